/** What a pull request changes. Three kinds are read for their meaning, the rest by path. */
export type Change =
  | PromptChange
  | ToolChange
  | ModelPinChange
  | {
      readonly kind: 'code' | 'dependency' | 'corpus' | 'config';
      readonly path: string;
      readonly status: FileStatus;
      readonly oldPath: string | null;
    };

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed';

interface PromptChange {
  readonly kind: 'prompt';
  readonly path: string;
  readonly status: FileStatus;
  readonly oldPath: string | null;
  /** Empty = renamed, a change of file mode, or a text that is binary or too large to read. */
  readonly lines: readonly LineChange[];
}

/** A changed line; numbers count from 1 in that side's file. */
export interface LineChange {
  readonly kind: 'added' | 'removed';
  readonly line: number;
  readonly text: string;
}

export interface ToolChange {
  readonly kind: 'tool';
  readonly path: string;
  readonly tool: string;
  readonly effects: readonly ToolEffect[];
}

/**
 * One difference between base's and head's definition of a tool. Parameters by dotted path (`address.zip`; `lines[].sku`
 * is a property of a list's items), as head names them; `from` and a removed parameter as base names them.
 */
export type ToolEffect =
  | { readonly kind: 'tool_added' }
  | { readonly kind: 'tool_removed' }
  | { readonly kind: 'tool_renamed'; readonly from: string }
  | { readonly kind: 'description_changed' }
  | { readonly kind: 'parameter_added'; readonly parameter: string; readonly required: boolean }
  | { readonly kind: 'parameter_removed'; readonly parameter: string }
  | { readonly kind: 'parameter_renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'parameter_type_changed'; readonly parameter: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'parameter_enum_changed';
      readonly parameter: string;
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'parameter_required_changed'; readonly parameter: string; readonly required: boolean }
  | { readonly kind: 'parameter_description_changed'; readonly parameter: string }
  /** Some other schema keyword differs; null = of the tool's parameters as a whole. */
  | { readonly kind: 'schema_changed'; readonly parameter: string | null }
  /** The file defines no tool that can be read on that side; `tool` is then the file's name. Shown, never an exception. */
  | { readonly kind: 'unreadable'; readonly side: 'base' | 'head'; readonly reason: string };

export interface ModelPinChange {
  readonly kind: 'model_pin';
  readonly path: string;
  /** The pin's name in the settings. */
  readonly pin: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A changed file with both texts; null = the file is not on that side, or is binary or too large to read. */
export interface ChangedFile {
  readonly path: string;
  readonly oldPath: string | null;
  readonly status: FileStatus;
  readonly baseText: string | null;
  readonly headText: string | null;
}

/** Which files are what, as the user's globs say it. Paths are relative to the repository's root, with `/`. */
export interface ChangeRules {
  /** Everything that can change what the agent does; a change outside it does not concern the gate. */
  readonly agent: readonly string[];
  /** The folder in which the agent is set up and started; left out = the repository's root. */
  readonly root?: string;
  readonly prompts: readonly string[];
  readonly tools: readonly string[];
  readonly corpus: readonly string[];
  readonly config: readonly string[];
  readonly pins: readonly ModelPinRule[];
}

export interface ModelPinRule {
  readonly name: string;
  readonly file: string;
  /** JSON pointer (RFC 6901), dotted YAML path, or a regular expression whose first group is the pin. */
  readonly at:
    | { readonly kind: 'json_pointer'; readonly pointer: string }
    | { readonly kind: 'yaml_path'; readonly path: readonly (string | number)[] }
    | { readonly kind: 'pattern'; readonly pattern: string };
}
