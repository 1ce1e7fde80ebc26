export const OPENERS = ['', '', '', 'Hi! ', 'Hello. ', 'Hello there, ', 'Good morning! ', 'Dear support team, '];

/** Sentences around the matter: they make a message longer, and ask for nothing. */
export const CONTEXTS = [
  'I have been shopping with you for years.',
  'It was meant as a present for my sister.',
  'Everything else was great, by the way.',
  'I could not find this on your website.',
  'My flatmate told me to write to you.',
  'I am at work most of the week.',
  'I have tried the phone line as well.',
  'No hurry from my side.',
  'I hope this is the right place to ask.',
  'The last time this went very smoothly.',
];

export const CLOSINGS = ['', '', 'Thanks!', 'Thank you very much.', 'Many thanks in advance.', 'Best regards'];

/** Days on which a courier can come, written in several ways. */
export const LATER_DAYS = [
  '2027-06-14',
  '2027-07-02',
  '14 June',
  '2 July',
  '3rd of June',
  'June 21',
  'July 9',
  'August 5',
  '2027-08-12',
  '19 July',
];

const STREETS = ['Mill Lane', 'Canal Street', 'Church Road', 'Garden Row', 'Station Square', 'Harbour View'];
const CITIES = ['10115 Berlin', '20095 Hamburg', '50667 Cologne', '1012 Amsterdam', '3511 Utrecht', '80331 Munich'];

/** A customer's new address; the order number decides it. */
export function addressFor(orderId: string): string {
  const number = Number(orderId.slice(3));
  return `${1 + (number % 97)} ${STREETS[number % STREETS.length]}, ${CITIES[(number >> 3) % CITIES.length]}`;
}

export interface GeneralQuestion {
  readonly articleId: string;
  readonly warranty: boolean;
  readonly text: string;
}

export const GENERAL_QUESTIONS: readonly GeneralQuestion[] = [
  question('kb-01', 'How much is the delivery cost?'),
  question('kb-01', 'From which sum on is shipping free?'),
  question('kb-01', 'Do you charge a shipping fee?'),
  question('kb-02', 'Do you ship abroad?'),
  question('kb-02', 'Can I order to Switzerland or Norway?'),
  question('kb-02', 'Which countries do you serve?'),
  question('kb-03', 'Is there express delivery?'),
  question('kb-03', 'Do you offer overnight express?'),
  question('kb-04', 'How long do lockers keep a box?'),
  question('kb-04', 'Can I use a parcel locker?'),
  question('kb-05', 'Which payment methods are there?'),
  question('kb-05', 'Can I pay with PayPal or by invoice?'),
  question('kb-05', 'Do you take payment by card?'),
  question('kb-06', 'Can I pay in monthly instalments?'),
  question('kb-06', 'Are there instalments and at which rates?'),
  question('kb-07', 'How do I add a VAT number, is there a field?'),
  question('kb-07', 'Can I order as a company with a VAT number?'),
  question('kb-08', 'How long are gift cards valid?'),
  question('kb-08', 'Does a gift card expire? How long does one last?'),
  question('kb-09', 'How long is the return period?'),
  question('kb-09', 'Is there a deadline for returning things?'),
  question('kb-09', 'How many days do I have, what is the return deadline?'),
  question('kb-10', 'Can I send things back in an opened box?'),
  question('kb-10', 'Must I keep the original packaging?'),
  question('kb-10', 'Is it a problem if something is opened and unpacked?'),
  question('kb-11', 'Can I send things back without a printer, is a label needed?'),
  question('kb-11', 'Do you send a return-label or must I print it?'),
  question('kb-11', 'Is there a QR code instead of a printed label?'),
  question('kb-12', 'How long is the warranty?'),
  question('kb-12', 'How many years of guarantee are there, what is covered?'),
  question('kb-13', 'Is the battery under warranty?'),
  question('kb-13', 'How long are batteries covered by the warranty?'),
  question('kb-14', 'Is a receipt needed for the warranty?'),
  question('kb-14', 'What is needed as proof of purchase for the warranty?'),
  question('kb-15', 'Does the warranty transfer if I sell a used device?'),
  question('kb-15', 'Is the warranty valid for a second-hand owner?'),
  question('kb-16', 'Does the warranty cover water or a spill?'),
  question('kb-16', 'Is a drop or another accident part of the warranty?'),
  question('kb-17', 'Can I extend the warranty?'),
  question('kb-17', 'Is there an extension for a longer warranty?'),
];

export const OFF_TOPIC = [
  'Can you write a poem about the sea?',
  'Who won the football match last night?',
  'Tell me a joke about cats.',
  'Solve this equation for me: 3x + 4 = 19.',
  'Recommend me a good restaurant nearby.',
  'Translate the word lamp into Japanese.',
  'Should I buy shares now?',
  'Write my homework about Napoleon.',
  'How is the weather in Rome?',
  'Give me a recipe with lentils.',
  'Who should I vote for?',
  'Play a game of chess with me.',
  'Make up a name for my dog.',
  'Explain black holes to me.',
  'Draft a speech for my wedding.',
];

function question(articleId: string, text: string): GeneralQuestion {
  const number = Number(articleId.slice(3));
  return { articleId, warranty: number >= 12, text };
}
