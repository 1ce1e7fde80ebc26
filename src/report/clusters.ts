import type { ClusterLine } from '../compare/index.ts';
import type { ExternalFacts, Report } from './document.ts';
import { count, pValue } from './format.ts';

const MAX_LINES = 20;

export const CLUSTERS_TITLE = 'Does it hold for new tasks?';

/**
 * The second line of each slice that fell: "these cases got worse" is sure, "tasks like them get worse" is another claim.
 * Where clusters gate, every slice has its line. Slices first; the whole only where there are none. Names are foreign.
 */
export function clusterTexts({ external, slices, all, policy }: Report): readonly string[] {
  if (external === null) return [];
  const compared = slices.length > 0 ? slices : all === null ? [] : [all];
  const shown = compared.filter(({ verdict }) => verdict === 'regressed' || external.gateOn === 'cluster');
  const level = policy.alpha * policy.alphaSlicesShare;
  return shown.slice(0, MAX_LINES).flatMap(({ kind, name }) => {
    const line = external.clusters.find((one) => one.kind === kind && one.slice === name);
    return line === undefined ? [] : [`${kind === 'all' ? 'all cases' : name}: ${answer(line, external, level)}`];
  });
}

function answer(line: ClusterLine, { clusterBy, gateOn }: ExternalFacts, level: number): string {
  const by = clusterBy.length === 0 ? '' : ` by ${clusterBy.join(', ')}`;
  const moved = `${line.informative} moved, so the smallest p possible is ${number(line.smallestP)}`;
  const figures = `${pValue(line.p)}, ${count(line.clusters, 'cluster')}${by}, ${moved}`;
  if (line.holds) return `yes, tasks like these got worse too (${figures})`;
  const only = gateOn === 'cluster' ? '' : '; it is sure for these cases alone';
  if (line.smallestP > level) return `too few tasks moved to tell (${figures})${only}`;
  return `not shown (${figures})${only}`;
}

function number(p: number): string {
  return pValue(p).replace(/^p[=<]/, '');
}
