/** What somebody wants of a support desk. `when` of a rule and the words of a customer are read by the same reader. */
export interface Intent {
  readonly name: string;
  /** Words that speak for the intent, with their weight. */
  readonly cues: readonly (readonly [RegExp, number])[];
  /** Fields of a tool's result that the customer is after. */
  readonly wants: RegExp | null;
}

const INTENTS: readonly Intent[] = [
  {
    name: 'order_status',
    cues: [
      [/\bstatus\b|\bstand meiner bestellung\b/, 4],
      [/what('s| is) (happening|going on) with|how far along|any news (on|about)|update on/, 4],
    ],
    wants: /^status$/,
  },
  {
    name: 'delivery_date',
    cues: [
      [/\bwhen\b.*\b(arrive|delivered|here|come|get)\b/, 4],
      [/delivery date|which day|how many more days/, 4],
    ],
    wants: /deliver|arriv/,
  },
  {
    name: 'parcel_location',
    cues: [
      [/\bwhere\b.*\b(parcel|package|shipment|delivery)\b/, 5],
      [/\btrack(ing)?\b/, 4],
    ],
    wants: /location|tracking/,
  },
  {
    name: 'refund',
    cues: [[/refund|money back|reimburse|pay me back/, 7]],
    wants: null,
  },
  {
    name: 'cancel',
    cues: [[/\bcancel|call off my order/, 6]],
    wants: /^status$/,
  },
  {
    name: 'address_change',
    cues: [[/\baddress\b|\bsend it to\b|\bdeliver it to\b/, 5]],
    wants: null,
  },
  {
    name: 'pickup',
    cues: [[/pick(ed)?( it| this| the \w+)? up|pick-?up|collect(ed)?\b/, 6]],
    wants: null,
  },
  {
    name: 'damaged_item',
    cues: [[/damaged|broken|cracked|smashed|scratched|dented/, 4]],
    wants: null,
  },
  {
    name: 'plan_change',
    cues: [[/\b(upgrade|downgrade|switch|move)\b.*\b(plan|free|pro|enterprise)\b|another plan/, 6]],
    wants: null,
  },
  {
    name: 'account',
    cues: [[/\baccount\b|(which|what) plan|\brenew/, 5]],
    wants: /plan|renew/,
  },
  {
    name: 'human',
    cues: [[/\b(human|real person|manager|supervisor|complain\w*|complaint)\b/, 8]],
    wants: null,
  },
  {
    name: 'question',
    cues: [
      [/general question/, 9],
      [
        /^(?!.*nb-\d).*\b(do you|can i|can one|is there|are there|how long|how much|what (is|are|does)|which|does|must i)\b.*\?/s,
        2,
      ],
      [
        /\b(warranty|gift cards?|instalments?|express|abroad|vat|lockers?|paypal|opened|label|battery|returning|delivery cost)\b/,
        2,
      ],
    ],
    wants: /answer/,
  },
];

/** The intent that the words speak for most; null = none. The first of several equals. */
export function intentOf(words: string): Intent | null {
  const text = words.toLowerCase();
  let best: Intent | null = null;
  let most = 0;
  for (const intent of INTENTS) {
    let weight = 0;
    for (const [cue, cueWeight] of intent.cues) if (cue.test(text)) weight += cueWeight;
    if (weight > most) [best, most] = [intent, weight];
  }
  return best;
}
