import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { LiveTrial } from '../live-trial.ts';

/** One request to the path of an MCP server (Streamable HTTP). */
export interface McpHttp {
  readonly server: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** null = none is running under this URL: before the first one, or between two. */
  readonly trial: LiveTrial | null;
  /** Whose URL it came by. */
  readonly lease: string;
  readonly outgoing: ServerResponse;
  /** A request that belongs to a trial came while there was none. */
  readonly onLate: (what: string) => void;
  /** No recording knows what was asked while there was no trial: those that follow under this URL are not covered. */
  readonly onGap: (reason: string) => void;
}

/** Stands for one side's MCP servers. */
export interface McpService {
  serve(http: McpHttp): Promise<void>;
  /** Nobody holds this URL any more: what was opened for it ends. */
  endLease(lease: string): Promise<void>;
}

/** A JSON body, or none. */
export function send(
  outgoing: ServerResponse,
  status: number,
  body: object | null,
  headers: OutgoingHttpHeaders = {},
): void {
  if (outgoing.destroyed) return;
  if (body === null) outgoing.writeHead(status, { 'content-length': 0, ...headers }).end();
  else outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
