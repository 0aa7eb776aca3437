/** What customers of the online shop said, and what somebody met who ordered there to try it. */
export const onlineShopVoicesEn = {
  evidence: {
    emptyBasket: {
      text: 'We had put it all together on the phone. In the evening I opened my laptop, and the basket was empty.',
      source: 'Interview 4',
    },
    orderLost: {
      text: 'Your colleague said the rack is reserved for me. I cannot find it anywhere on your site.',
      source: 'Support desk',
    },
    soldOnPhone: {
      text: 'Friendly advice by phone, and then I had to search for everything again.',
      source: 'Trusted Shops',
    },
    whenToday: { text: 'I only want to know whether it comes before Friday.', source: 'Support desk' },
    threeTimes: { text: 'That was the third person whom I told what is missing.', source: 'Support desk' },
    packedWell: { text: 'Look how well this was packed, not one scratch!', source: 'Instagram' },
    silentParcel: { text: 'Three days of “in transit” and not a word more.', source: 'Trusted Shops' },
    walkedCall: {
      text: 'Missed. Expected: an answer within two minutes. Seven minutes in the queue; the day of delivery was a guess.',
      source: 'Spring walk, Mira',
    },
    walkedParcel: {
      text: 'Exceeded. Expected: all parts there. A small tool was added that is not on the list.',
      source: 'Spring walk, Mira',
    },
  },
  walk: {
    name: 'Spring walk',
    walker: 'Mira',
    stops: {
      productPage: { expected: 'Price and delivery at a glance', notes: 'Price yes; delivery four taps away.' },
      callsDelivery: {
        expected: 'An answer within two minutes',
        notes: 'Seven minutes in the queue; the day of delivery was a guess.',
      },
      fillsBasket: {
        expected: 'What was chosen on the phone is in the basket',
        notes: 'Empty. Searched for it all again.',
      },
      parcelArrives: { expected: 'All parts there', notes: 'A small tool was added that is not on the list.' },
    },
  },
};
