import type { Expectation } from '../../src/corpus/index.ts';
import { CLOSINGS, CONTEXTS, OPENERS } from './inputs/phrases.ts';
import { ORDER_STATUS, type OrderSlice, type OtherSlice, SLICES, type Slice } from './inputs/slices.ts';
import { type Draw, drawsFrom, pick, shuffled } from './random.ts';
import { buildShop, type Customer, type Order, type OrderStatus } from './shop/shop.ts';

/** One line of the inputs file: a case before it is recorded. */
export interface DeskCase {
  readonly id: string;
  readonly input: { readonly messages: readonly ChatTurn[] };
  readonly slices: readonly string[];
  readonly cohorts: readonly string[];
  readonly cluster: string | null;
  readonly weight: number;
  readonly expectations: readonly Expectation[] | null;
}

interface ChatTurn {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** How often a customer first asks for the order's status, and how often they leave the order's number out at first. */
const FOLLOW_UP_SHARE = 0.13;
const ASKED_BACK_SHARE = 0.13;

/** The customers' messages that the corpus is recorded from; the same every time. */
export function buildInputs(): DeskCase[] {
  const draw = drawsFrom('inputs');
  const shop = buildShop();
  const nextOrder = queueByStatus(shuffled(draw, [...shop.orders.values()]));
  const nextCustomer = queue(shuffled(draw, shop.customers));
  return SLICES.flatMap((slice) =>
    Array.from({ length: slice.size }, (_, index) =>
      slice.kind === 'order'
        ? orderCases(slice, index, nextOrder(statusAt(slice, index)), draw)
        : otherCase(slice, index, nextCustomer(), draw),
    ).flat(),
  );
}

/** A case about an order; where it follows up on another question, that question is a case of the same conversation. */
function orderCases(slice: OrderSlice, index: number, order: Order, draw: Draw): DeskCase[] {
  const expectations = slice.expect?.(order) ?? null;
  const number = `order ${order.orderId}`;
  if (slice.unusual !== null && index === slice.size - 1)
    return [makeCase(slice, index, [user(slice.unusual(order))], order.customer, expectations, null, draw)];
  const shape = draw();
  if (slice !== ORDER_STATUS && shape < FOLLOW_UP_SHARE) {
    const opening = [user(framed(`What is the status of ${number}?`, draw))];
    const answered: ChatTurn = {
      role: 'assistant',
      content: `Thank you for your message. The status is ${order.status}.`,
    };
    const turns = [...opening, answered, user(framed(slice.write('that order', order, draw), draw))];
    const cluster = `conversation-${order.orderId}`;
    const status: Expectation = { kind: 'output_contains', text: order.status, ignoreCase: true };
    return [
      makeCase(ORDER_STATUS, `${slice.name}-${index + 1}`, opening, order.customer, [status], cluster, draw),
      makeCase(slice, index, turns, order.customer, expectations, cluster, draw),
    ];
  }
  if (shape < FOLLOW_UP_SHARE + ASKED_BACK_SHARE) {
    const asked: ChatTurn = { role: 'assistant', content: 'I can look into that. Could you tell me the order number?' };
    const turns = [user(framed(slice.write('my last order', order, draw), draw)), asked, user(`Sure, it is ${number}`)];
    return [makeCase(slice, index, turns, order.customer, expectations, null, draw)];
  }
  return [
    makeCase(
      slice,
      index,
      [user(framed(slice.write(number, order, draw), draw))],
      order.customer,
      expectations,
      null,
      draw,
    ),
  ];
}

function otherCase(slice: OtherSlice, index: number, customer: Customer, draw: Draw): DeskCase {
  const expectations = slice.expect?.(customer, index) ?? null;
  const unusual = index === slice.size - 1 ? slice.unusual?.(customer) : undefined;
  const message = unusual ?? framed(slice.write(customer, index, draw), draw);
  return makeCase(slice, index, [user(message)], customer, expectations, null, draw);
}

function makeCase(
  slice: Slice,
  index: number | string,
  messages: readonly ChatTurn[],
  customer: Customer,
  expectations: readonly Expectation[] | null,
  cluster: string | null,
  draw: Draw,
): DeskCase {
  return {
    id: `${slice.name}-${typeof index === 'number' ? String(index + 1).padStart(2, '0') : `before-${index}`}`,
    input: { messages },
    slices: [slice.name],
    cohorts: [
      `plan:${customer.plan}`,
      `region:${customer.region}`,
      `channel:${pick(draw, ['chat', 'chat', 'mail', 'phone'])}`,
    ],
    cluster,
    weight: slice.weight,
    expectations,
  };
}

/** The matter between a greeting, up to two sentences that ask for nothing, and a closing. */
function framed(matter: string, draw: Draw): string {
  const context = shuffled(draw, CONTEXTS).slice(0, pick(draw, [0, 0, 0, 1, 1, 2]));
  return [pick(draw, OPENERS) + matter, ...context, pick(draw, CLOSINGS)].filter((part) => part !== '').join(' ');
}

function user(content: string): ChatTurn {
  return { role: 'user', content };
}

function statusAt({ statuses }: OrderSlice, index: number): OrderStatus {
  return statuses[index % statuses.length] ?? 'delivered';
}

/** Every case has an order of its own (a conversation shares one), so that no two of them speak of the same. */
function queueByStatus(orders: readonly Order[]): (status: OrderStatus) => Order {
  const waiting = Map.groupBy(orders, ({ status }) => status);
  return (status) => {
    const order = waiting.get(status)?.shift();
    if (order === undefined) throw new Error(`the shop has too few orders that are ${status}`);
    return order;
  };
}

function queue<T>(items: readonly T[]): () => T {
  let taken = 0;
  return () => {
    const item = items[taken % items.length];
    taken += 1;
    if (item === undefined) throw new Error('nothing to take');
    return item;
  };
}
