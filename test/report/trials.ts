import type { Trial } from '../../src/replay/index.ts';
import type { JudgedTrial } from '../../src/report/index.ts';
import { type Outcome, scoreTrial } from '../../src/score/index.ts';
import type { Step } from '../../src/trace/index.ts';
import { aCase, aContext, aTrial, modelCall, refused, toolCall } from '../score/build.ts';

/** One trial of a refund: `steps` differ, the outcome is given. */
function judged(
  caseId: string,
  side: Trial['side'],
  number: number,
  steps: readonly Step[],
  output: string | null,
  outcome: Outcome,
): JudgedTrial {
  const trial = aTrial(steps, output, { caseId, side, number });
  const left = steps.includes(identity) ? [] : [{ name: identity.name, arguments: identity.arguments }];
  return {
    trial,
    score: { ...scoreTrial(trial, aCase({ id: caseId }), aContext()), outcome },
    uncalled: { recording: 0, calls: left },
  };
}

const PASS: Outcome = { kind: 'pass' };
const order = toolCall(
  'get_order',
  { order_id: 'o-1041' },
  { outcome: { kind: 'result', value: { order_id: 'o-1041', total: 12.4, status: 'delivered' } } },
);
const identity = toolCall('verify_identity', { email: 'kim@example.com' });
const refund = (amount: number, model: string): readonly Step[] => [
  modelCall(null, { model }),
  order,
  ...(amount === 12.4 ? [identity] : []),
  toolCall(
    'issue_refund',
    { order_id: 'o-1041', amount },
    amount === 12.4
      ? {}
      : {
          match: 'miss',
          outcome: { kind: 'missing', reason: 'no recording of this case has issue_refund with these arguments' },
        },
  ),
  modelCall(`I have refunded $${amount}. Anything else?`, { model }),
];

export function refundTrials(caseId: string, headModel = 'desk-1'): readonly JudgedTrial[] {
  const reason =
    'state changes differ from every recording: made issue_refund {"amount":13,"order_id":"o-1041"}; did not make issue_refund {"amount":12.4,"order_id":"o-1041"}';
  return [1, 2, 3].flatMap((number) => [
    judged(caseId, 'base', number, refund(12.4, 'desk-1'), 'I have refunded $12.4. Anything else?', PASS),
    number === 1
      ? judged(caseId, 'head', number, refund(12.4, headModel), 'I have refunded $12.4. Anything else?', PASS)
      : judged(caseId, 'head', number, refund(13, headModel), 'I have refunded $13. Anything else?', {
          kind: 'fail',
          reason,
        }),
  ]);
}

export function renameTrials(caseId: string): readonly JudgedTrial[] {
  const call = { order_id: 'o-1041', amount: 12.4 };
  const why =
    "invalid arguments for issue_refund: must have required property 'order_ref'; must NOT have additional properties: 'order_id'";
  const no = refused('issue_refund', call, why);
  const told = { ...no, outcome: { kind: 'error', value: why } } as const;
  const reason =
    'state changes differ from every recording: did not make issue_refund {"amount":12.4,"order_id":"o-1041"}';
  return [1, 2, 3].flatMap((number) => [
    judged(caseId, 'base', number, refund(12.4, 'desk-1'), 'I have refunded $12.4. Anything else?', PASS),
    judged(
      caseId,
      'head',
      number,
      [modelCall(null), order, identity, told, told, modelCall('I am sorry, the refund did not go through.')],
      'I am sorry, the refund did not go through.',
      { kind: 'fail', reason },
    ),
  ]);
}
