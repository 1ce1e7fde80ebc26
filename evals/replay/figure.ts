import type { Chain } from './kills.ts';

/** A measured number beside what it may be at most. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** At most; null = shown beside the others. */
  readonly goal: number | null;
}

export function isMet({ value, goal }: Figure): boolean {
  return goal === null || value <= goal;
}

export function printFigure(figure: Figure): void {
  const { name, value, unit, goal } = figure;
  const mark = goal === null ? '      ' : isMet(figure) ? 'met   ' : 'MISSED';
  console.log(`${mark} ${name}: ${value.toFixed(2)} ${unit}${goal === null ? '' : ` (goal: at most ${goal})`}`);
}

export function killFigures(chains: readonly Chain[]): readonly Figure[] {
  const sum = (read: (chain: Chain) => number): number => chains.reduce((total, chain) => total + read(chain), 0);
  const kills = sum((chain) => chain.kills);
  return [
    {
      name: `reports that ${kills} kills changed`,
      value: sum(({ sameReport }) => (sameReport ? 0 : 1)),
      unit: '',
      goal: 0,
    },
    {
      name: 'calls paid for twice that no journal knows of',
      value: sum(({ callsMore, onTheirWay }) => Math.max(0, callsMore - onTheirWay)),
      unit: '',
      goal: 0,
    },
  ];
}
