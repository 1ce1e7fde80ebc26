import type { Expectation } from '../../../src/corpus/index.ts';
import { type Draw, pick } from '../random.ts';
import { ARTICLES } from '../shop/articles.ts';
import type { Customer, Order, OrderStatus, Plan } from '../shop/shop.ts';
import { addressFor, GENERAL_QUESTIONS, LATER_DAYS, OFF_TOPIC } from './phrases.ts';

/** How the customers of one slice write. `order` is what they call the order: its number, or "that order" later on. */
export interface OrderSlice {
  readonly kind: 'order';
  readonly name: string;
  readonly size: number;
  readonly weight: number;
  readonly statuses: readonly OrderStatus[];
  readonly write: (order: string, subject: Order, draw: Draw) => string;
  /** null = the recording's state-changing calls are the expectation. */
  readonly expect: ((subject: Order) => Expectation[]) | null;
  /** One customer of the slice writes like this. */
  readonly unusual: ((subject: Order) => string) | null;
}

/** Slices that are not about an order. `index` counts the slice's inputs. */
export interface OtherSlice {
  readonly kind: 'other';
  readonly name: string;
  readonly size: number;
  readonly weight: number;
  readonly write: (subject: Customer, index: number, draw: Draw) => string;
  readonly expect: ((subject: Customer, index: number) => Expectation[]) | null;
  readonly unusual: ((subject: Customer) => string) | null;
}

export type Slice = OrderSlice | OtherSlice;

const contains = (text: string): Expectation[] => [{ kind: 'output_contains', text, ignoreCase: true }];

/** Also what customers ask first who then come to their matter. */
export const ORDER_STATUS: OrderSlice = {
  kind: 'order',
  name: 'order_status',
  size: 20,
  weight: 3,
  statuses: ['processing', 'shipped', 'delivered'],
  write: (order, _subject, draw) =>
    pick(draw, [
      `What is the status of ${order}?`,
      `Can you tell me the status of ${order}?`,
      `I would like an update on ${order}.`,
      `Is there any news on ${order}?`,
      `What is going on with ${order}?`,
      `How far along is ${order}?`,
    ]),
  expect: ({ status }) => contains(status),
  unusual: ({ orderId }) => `Guten Tag, wie ist der Status meiner Bestellung ${orderId}?`,
};

const ORDER_SLICES: readonly OrderSlice[] = [
  ORDER_STATUS,
  {
    kind: 'order',
    name: 'delivery_date',
    size: 36,
    weight: 3,
    statuses: ['shipped', 'processing'],
    write: (order, { item }, draw) =>
      pick(draw, [
        `When will ${order} arrive?`,
        `When can I expect the ${item} from ${order} to be delivered?`,
        `What is the delivery date of ${order}?`,
        `On which day does ${order} get here?`,
        `How many more days does ${order} take?`,
      ]),
    expect: ({ expectedDelivery }) => contains(expectedDelivery),
    unusual: null,
  },
  {
    kind: 'order',
    name: 'parcel_location',
    size: 34,
    weight: 2,
    statuses: ['shipped'],
    write: (order, { item }, draw) =>
      pick(draw, [
        `Where is the parcel with ${order}?`,
        `Could you track ${order} for me?`,
        `Where exactly is my package, it is for ${order}?`,
        `The tracking page for ${order} is empty, what do you see?`,
        `I wonder where the shipment with the ${item} is, ${order}.`,
      ]),
    expect: ({ trackingNumber }) => contains(trackingNumber),
    unusual: null,
  },
  {
    kind: 'order',
    name: 'full_refund',
    size: 40,
    weight: 2,
    statuses: ['delivered'],
    write: (order, { item }, draw) =>
      pick(draw, [
        `I would like a refund for ${order}, I have changed my mind.`,
        `Please refund ${order}, the ${item} is not as described.`,
        `I want my money back for ${order}: it came weeks late.`,
        `Could you reimburse me for ${order}? The ${item} is broken.`,
        `Please refund ${order}, the colour is different from the picture.`,
        `Can I have my money back for ${order}? I no longer need the ${item}.`,
      ]),
    expect: null,
    unusual: null,
  },
  {
    kind: 'order',
    name: 'partial_refund',
    size: 24,
    weight: 1,
    statuses: ['delivered'],
    write: (order, subject, draw) => {
      const amount = partOf(subject).toFixed(2);
      return pick(draw, [
        `Please refund ${amount} EUR of ${order}, the ${subject.item} was scratched.`,
        `We agreed on a refund of EUR ${amount} for ${order} because it came late.`,
        `I was promised a partial refund of €${amount} on ${order}.`,
        `Could you pay me back ${amount} EUR for ${order}, as one part is not as described?`,
      ]);
    },
    expect: null,
    unusual: (subject) =>
      `Please refund ${partOf(subject).toFixed(2).replace('.', ',')} EUR of order ${subject.orderId}.`,
  },
  {
    kind: 'order',
    name: 'cancellation',
    size: 34,
    weight: 2,
    statuses: ['processing', 'processing', 'processing', 'shipped'],
    write: (order, { item }, draw) =>
      pick(draw, [
        `Please cancel ${order}, I found it cheaper elsewhere.`,
        `I want to cancel ${order}: I bought the ${item} by mistake.`,
        `Can you cancel ${order}? I have changed my mind.`,
        `Please call off my order, I mean ${order}, it takes too long.`,
        `I need to cancel ${order}.`,
      ]),
    expect: null,
    unusual: null,
  },
  {
    kind: 'order',
    name: 'address_change',
    size: 34,
    weight: 1,
    statuses: ['processing'],
    write: (order, subject, draw) => {
      const address = addressFor(subject.orderId);
      return pick(draw, [
        `Please change the delivery address of ${order} to ${address}.`,
        `I have moved. Can you send it to ${address}? It is about ${order}.`,
        `The address on ${order} is wrong, it should be ${address}.`,
        `Could you deliver it to ${address}, I mean ${order}?`,
      ]);
    },
    expect: null,
    unusual: ({ orderId }) =>
      `Please change the delivery address of the order below to ${addressFor(orderId)}\n> We are preparing order ${orderId}`,
  },
  {
    kind: 'order',
    name: 'return_pickup',
    size: 40,
    weight: 1,
    statuses: ['delivered'],
    write: (order, { item }, draw) => {
      const day = pick(draw, LATER_DAYS);
      return pick(draw, [
        `Please have the ${item} from ${order} picked up on ${day}.`,
        `Can your courier pick up ${order} on ${day}?`,
        `I am sending ${order} back, could it be collected on ${day}?`,
        `I would like a pickup for ${order} on ${day}.`,
      ]);
    },
    expect: null,
    unusual: ({ orderId }) => `I would like a pickup for order ${orderId} on 14/06/2027.`,
  },
  {
    kind: 'order',
    name: 'damaged_item',
    size: 32,
    weight: 1,
    statuses: ['delivered'],
    write: (order, { item }, draw) =>
      pick(draw, [
        `The ${item} from ${order} arrived damaged.`,
        `I unpacked ${order} and the ${item} has a cracked case.`,
        `One corner of the ${item} is dented, it belongs to ${order}.`,
        `My ${item} came broken and I need it urgently, ${order}.`,
      ]),
    expect: null,
    unusual: null,
  },
];

const OTHER_SLICES: readonly OtherSlice[] = [
  {
    kind: 'other',
    name: 'plan_change',
    size: 32,
    weight: 1,
    write: ({ email, plan }, index, draw) => {
      const target = otherPlan(plan, index);
      return pick(draw, [
        `Please switch my plan to ${target}, my mail is ${email}.`,
        `I would like to move to the ${target} plan, I am ${email}.`,
        `Can you switch ${email} to ${target} from the next month on?`,
      ]);
    },
    expect: null,
    unusual: null,
  },
  {
    kind: 'other',
    name: 'account',
    size: 24,
    weight: 1,
    write: ({ email }, _index, draw) =>
      pick(draw, [
        `Which plan am I on and until which day? I am ${email}.`,
        `What does my account look like, ${email}?`,
        `I would like to know how my account ${email} renews.`,
      ]),
    expect: ({ renewsOn }) => contains(renewsOn),
    unusual: null,
  },
  {
    kind: 'other',
    name: 'human_request',
    size: 32,
    weight: 1,
    write: ({ email }, _index, draw) =>
      pick(draw, [
        `I want to speak to a human, please write to ${email}.`,
        `I have a complaint: your courier was rude. You reach me at ${email}.`,
        `I was charged twice and want a real person to look at it, ${email}.`,
        `The app does not let me in, I need a human right away, ${email}.`,
        `Let me talk to your manager, my mail is ${email}.`,
      ]),
    expect: null,
    unusual: ({ email }) => `I WANT TO SPEAK TO A HUMAN, MY MAIL IS ${email.toUpperCase()}`,
  },
  ...(['shop_question', 'warranty_question'] as const).map((name): OtherSlice => {
    const questions = GENERAL_QUESTIONS.filter(({ warranty }) => warranty === (name === 'warranty_question'));
    const questionAt = (index: number): (typeof questions)[number] => {
      const question = questions[index % questions.length];
      if (question === undefined) throw new Error(`no questions for ${name}`);
      return question;
    };
    return {
      kind: 'other',
      name,
      size: questions.length * (name === 'warranty_question' ? 2 : 1),
      weight: 2,
      write: (_subject, index) => questionAt(index).text,
      expect: (_subject, index) => contains(factOf(questionAt(index).articleId)),
      unusual: null,
    };
  }),
  {
    kind: 'other',
    name: 'off_topic',
    size: 15,
    weight: 1,
    write: (_subject, index) => OFF_TOPIC[index % OFF_TOPIC.length] ?? '',
    expect: () => [{ kind: 'output_matches', pattern: "can't help|cannot help", flags: 'i' }],
    unusual: null,
  },
];

export const SLICES: readonly Slice[] = [...ORDER_SLICES, ...OTHER_SLICES];

/** About a third of what was paid, in cents that are not all zero. */
function partOf({ total }: Order): number {
  return Math.floor(total / 3) + 0.5;
}

function otherPlan(plan: Plan, index: number): Plan {
  const others = (['free', 'pro', 'enterprise'] as const).filter((other) => other !== plan);
  return others[index % others.length] ?? 'pro';
}

function factOf(articleId: string): string {
  const found = ARTICLES.find((candidate) => candidate.articleId === articleId);
  if (found === undefined) throw new Error(`no article ${articleId}`);
  return found.fact;
}
