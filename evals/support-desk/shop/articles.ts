/** The knowledge base: `words` are what an article is found by, `fact` is the part of the answer that an expectation asks for. */
export interface Article {
  readonly articleId: string;
  readonly topic: 'delivery' | 'payment' | 'returns' | 'warranty';
  readonly words: readonly string[];
  readonly answer: string;
  readonly fact: string;
}

export const ARTICLES: readonly Article[] = [
  article(
    'kb-01',
    'delivery',
    'delivery cost shipping fee free',
    'Delivery costs 4.90 EUR, and nothing from 60 EUR on.',
    '60 EUR',
  ),
  article(
    'kb-02',
    'delivery',
    'abroad countries international switzerland norway',
    'We deliver to 14 countries in Europe.',
    '14 countries',
  ),
  article(
    'kb-03',
    'delivery',
    'express next-day overnight fast',
    'Express delivery comes the next working day for 9.90 EUR.',
    '9.90 EUR',
  ),
  article(
    'kb-04',
    'delivery',
    'locker lockers station neighbour',
    'Parcel lockers hold a parcel for 7 days.',
    '7 days',
  ),
  article(
    'kb-05',
    'payment',
    'payment methods card paypal invoice pay',
    'You can pay by card, PayPal, bank transfer or invoice.',
    'bank transfer',
  ),
  article(
    'kb-06',
    'payment',
    'instalments instalment monthly rates',
    'Instalments run over 6 or 12 months from 150 EUR on.',
    '12 months',
  ),
  article(
    'kb-07',
    'payment',
    'vat number business company tax',
    'Enter the VAT number at checkout and it is printed on the invoice.',
    'at checkout',
  ),
  article('kb-08', 'payment', 'gift card voucher expire valid', 'Gift cards are valid for 36 months.', '36 months'),
  article(
    'kb-09',
    'returns',
    'return send-back period days returning deadline',
    'Items can be returned within 30 days.',
    '30 days',
  ),
  article(
    'kb-10',
    'returns',
    'opened box packaging unpacked original',
    'Opened boxes are fine as long as all parts are there.',
    'all parts',
  ),
  article(
    'kb-11',
    'returns',
    'label print printer return-label qr',
    'No printer is needed: show the QR code at the parcel shop.',
    'QR code',
  ),
  article('kb-12', 'warranty', 'warranty years guarantee', 'The warranty lasts 24 months on all devices.', '24 months'),
  article(
    'kb-13',
    'warranty',
    'battery batteries accumulator',
    'Batteries are covered for 12 months or 500 charge cycles.',
    '500 charge cycles',
  ),
  article(
    'kb-14',
    'warranty',
    'proof receipt lost purchase',
    'The order number is enough as proof of purchase.',
    'order number is enough',
  ),
  article(
    'kb-15',
    'warranty',
    'second-hand transfer used sold owner',
    'The warranty passes on to the next owner.',
    'next owner',
  ),
  article(
    'kb-16',
    'warranty',
    'water spill liquid drop accident accidental',
    'Accidents and liquids are not covered.',
    'not covered',
  ),
  article(
    'kb-17',
    'warranty',
    'extend extension longer additional',
    'An extension to 60 months can be bought within 30 days.',
    '60 months',
  ),
];

function article(articleId: string, topic: Article['topic'], words: string, answer: string, fact: string): Article {
  return { articleId, topic, words: words.split(' '), answer, fact };
}

/** The article that shares the most words with the query, a topic's own name counting half; the first of several. */
export function findArticle(query: string): Article | null {
  const asked = new Set(query.toLowerCase().split(/[^a-z-]+/));
  let best: Article | null = null;
  let most = 0;
  for (const candidate of ARTICLES) {
    const shared = candidate.words.filter((word) => asked.has(word));
    const weight = shared.length - (shared.includes(candidate.topic) ? 0.5 : 0);
    if (weight > most) [best, most] = [candidate, weight];
  }
  return best;
}
