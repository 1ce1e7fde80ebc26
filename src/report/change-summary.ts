import type { Change, LineChange, LineRange, ToolEffect } from '../changes/index.ts';
import type { ReportChange } from './document.ts';

const MAX_LINES = 40;
const MAX_LINE_LENGTH = 300;
const MAX_PLACES = 100;

/** `places` are those of the change's file. */
export function summarise(change: Change, affecting: boolean, places: readonly LineRange[]): ReportChange {
  const read = change.kind === 'prompt' || change.kind === 'tool' || change.kind === 'model_pin';
  const lines = change.kind === 'prompt' ? change.lines : [];
  return {
    kind: change.kind,
    path: change.path,
    summary: summaryOf(change),
    lines: lines.slice(0, MAX_LINES).map(lineText),
    places: read ? places.slice(0, MAX_PLACES) : [],
    affecting,
  };
}

function summaryOf(change: Change): string {
  switch (change.kind) {
    case 'prompt': {
      const added = change.lines.filter((line) => line.kind === 'added').length;
      const moved = change.oldPath === null ? '' : `, renamed from ${change.oldPath}`;
      const status = change.status === 'added' || change.status === 'removed' ? `${change.status}, ` : '';
      return `${status}+${added} -${change.lines.length - added} lines${moved}`;
    }
    case 'tool':
      return `${change.tool}: ${change.effects.map(effectText).join('; ')}`;
    case 'model_pin':
      return `${change.pin}: ${change.from ?? 'none'} → ${change.to ?? 'none'}`;
    case 'code':
    case 'dependency':
    case 'corpus':
    case 'config':
      return change.oldPath === null ? change.status : `${change.status} from ${change.oldPath}`;
    default:
      return change satisfies never;
  }
}

function lineText(line: LineChange): string {
  const text = line.text.length > MAX_LINE_LENGTH ? `${line.text.slice(0, MAX_LINE_LENGTH)}…` : line.text;
  return `${line.kind === 'added' ? '+' : '-'} ${text}`;
}

function effectText(effect: ToolEffect): string {
  switch (effect.kind) {
    case 'tool_added':
      return 'tool added';
    case 'tool_removed':
      return 'tool removed';
    case 'tool_renamed':
      return `tool renamed from ${effect.from}`;
    case 'description_changed':
      return 'description changed';
    case 'parameter_added':
      return `${effect.required ? 'required' : 'optional'} parameter ${effect.parameter} added`;
    case 'parameter_removed':
      return `parameter ${effect.parameter} removed`;
    case 'parameter_renamed':
      return `parameter ${effect.from} renamed to ${effect.to}`;
    case 'parameter_type_changed':
      return `parameter ${effect.parameter} changed from ${effect.from} to ${effect.to}`;
    case 'parameter_enum_changed':
      return enumText(effect);
    case 'parameter_required_changed':
      return `parameter ${effect.parameter} is now ${effect.required ? 'required' : 'optional'}`;
    case 'parameter_description_changed':
      return `description of ${effect.parameter} changed`;
    case 'schema_changed':
      return effect.parameter === null ? 'schema changed' : `schema of ${effect.parameter} changed`;
    case 'unreadable':
      return `cannot be read on ${effect.side}: ${effect.reason}`;
    default:
      return effect satisfies never;
  }
}

function enumText(effect: Extract<ToolEffect, { kind: 'parameter_enum_changed' }>): string {
  const values = [...effect.added.map((value) => `+${value}`), ...effect.removed.map((value) => `-${value}`)];
  return `values of ${effect.parameter}: ${values.join(' ')}`;
}
