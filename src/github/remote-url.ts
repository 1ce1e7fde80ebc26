/** A repository on GitHub, and where its API answers. */
export interface RepositoryAddress {
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
}

const FORMS = [
  /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?(?<host>[^/:]+)(?::\d+)?\/(?<owner>[\w.-]+)\/(?<repo>[\w.-]+?)(?:\.git)?\/?$/,
  /^(?:[^@/]+@)?(?<host>[^/:]+):(?<owner>[\w.-]+)\/(?<repo>[\w.-]+?)(?:\.git)?\/?$/,
];

/** From the URL of a remote; `apiUrl` null = the address that its host has for it. null = it names no repository. */
export function addressOf(remoteUrl: string, apiUrl: string | null): RepositoryAddress | null {
  for (const form of FORMS) {
    const { host, owner, repo } = form.exec(remoteUrl)?.groups ?? {};
    if (host === undefined || owner === undefined || repo === undefined) continue;
    return { owner, repo, apiUrl: apiUrl ?? apiOf(host) };
  }
  return null;
}

function apiOf(host: string): string {
  if (host === 'github.com') return 'https://api.github.com';
  return /\.ghe\.com$/.test(host) ? `https://api.${host}` : `https://${host}/api/v3`;
}
