/** What of an incident an issue is made of; `title` and `body` are finished Markdown but for the title's length. */
export interface IssueSource {
  readonly id: string;
  readonly status: 'open' | 'mitigated' | 'resolved' | 'noise';
  readonly level: string;
  /** Number of its issue, where that is known. */
  readonly issue: number | null;
  readonly title: string;
  readonly body: string;
}

/** An issue as it should be. */
export interface IssueWish {
  readonly marker: string;
  readonly number: number | null;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly stateReason: 'completed' | 'not_planned' | null;
}

const MAX_TITLE_CHARS = 200;
const MAX_BODY_CHARS = 60_000;
const CONTROL = /[\p{Cc}\p{Cf}]/gu;

/** The first line is the marker by which the issue is found again. */
export function planIssue({ id, status, level, issue, title, body }: IssueSource): IssueWish {
  const marker = `<!-- pawl:incident ${id} -->`;
  const isClosed = status === 'resolved' || status === 'noise';
  const plain = title.replaceAll(CONTROL, ' ').replaceAll('@', '@\u200B');
  return {
    marker,
    number: issue,
    title: `[pawl] ${level}: ${plain}`.slice(0, MAX_TITLE_CHARS),
    body: `${marker}\n${body}`.slice(0, MAX_BODY_CHARS),
    state: isClosed ? 'closed' : 'open',
    stateReason: isClosed ? (status === 'noise' ? 'not_planned' : 'completed') : null,
  };
}
