import { type Draw, drawsFrom, pick } from '../random.ts';

export type Plan = 'free' | 'pro' | 'enterprise';
export type OrderStatus = 'processing' | 'shipped' | 'delivered';

export interface Customer {
  readonly email: string;
  readonly name: string;
  readonly plan: Plan;
  readonly region: 'de' | 'nl' | 'uk' | 'us';
  /** YYYY-MM-DD. */
  readonly renewsOn: string;
}

export interface Order {
  readonly orderId: string;
  readonly customer: Customer;
  readonly item: string;
  /** EUR, two decimals at most. */
  readonly total: number;
  readonly status: OrderStatus;
  /** YYYY-MM-DD. */
  readonly expectedDelivery: string;
  readonly trackingNumber: string;
  readonly location: string;
}

export interface Shop {
  readonly customers: readonly Customer[];
  readonly orders: ReadonlyMap<string, Order>;
}

const FIRST_NAMES =
  'Ada Bram Clara Dinesh Elif Femke Georg Hana Ivo Jonas Katja Liam Mira Noor Oskar Priya Quinn Rosa'.split(' ');
const LAST_NAMES =
  'Adler Bakker Carter Dijkstra Engel Fischer Grant Hughes Ito Jansen Keller Lindner Meyer Novak'.split(' ');
const ITEMS = [
  'wireless headphones',
  'desk lamp',
  'mechanical keyboard',
  '27 inch monitor',
  'robot vacuum',
  'espresso machine',
  'smart thermostat',
  'portable speaker',
  'e-reader',
  'action camera',
  'mesh router',
  'drawing tablet',
];
const DEPOTS = ['Hamburg', 'Rotterdam', 'Leeds', 'Leipzig', 'Utrecht', 'Cologne', 'Reading', 'Newark'];
const STATUSES: readonly OrderStatus[] = [
  'delivered',
  'processing',
  'delivered',
  'shipped',
  'delivered',
  'processing',
  'shipped',
];
const CUSTOMERS_COUNT = 126;
const ORDERS_COUNT = 490;

/** The demo's data set, the same every time. */
export function buildShop(): Shop {
  const draw = drawsFrom('shop');
  const customers = Array.from({ length: CUSTOMERS_COUNT }, (_, index) => makeCustomer(draw, index));
  const orders = Array.from({ length: ORDERS_COUNT }, (_, index) => makeOrder(draw, index, pick(draw, customers)));
  return { customers, orders: new Map(orders.map((order) => [order.orderId, order])) };
}

function makeCustomer(draw: Draw, index: number): Customer {
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
  const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) + (index % 7)] ?? '';
  return {
    email: `${first}.${last}${index}@example.com`.toLowerCase(),
    name: `${first} ${last}`,
    plan: pick(draw, ['free', 'free', 'pro', 'pro', 'enterprise']),
    region: pick(draw, ['de', 'nl', 'uk', 'us']),
    renewsOn: someDay(draw, 6, 12),
  };
}

function makeOrder(draw: Draw, index: number, customer: Customer): Order {
  const number = 104_000 + index * 7 + Math.floor(draw() * 7);
  return {
    orderId: `NB-${number}`,
    customer,
    item: pick(draw, ITEMS),
    total: Math.round(1900 + draw() * 38_000) / 100,
    status: STATUSES[index % STATUSES.length] ?? 'delivered',
    expectedDelivery: someDay(draw, 2, 5),
    trackingNumber: `TN${(number * 7919) % 1_000_003}`,
    location: `${pick(draw, DEPOTS)} depot`,
  };
}

/** A day of 2027 between the first of one month and the 28th of another. */
function someDay(draw: Draw, fromMonth: number, toMonth: number): string {
  const month = fromMonth + Math.floor(draw() * (toMonth - fromMonth + 1));
  const day = 1 + Math.floor(draw() * 28);
  return `2027-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
