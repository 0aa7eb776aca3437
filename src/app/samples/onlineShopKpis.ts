import type { SampleKpi } from './sampleDescription.ts';

/** What the shop measures: how many go on, how satisfied they are, and how many go which way. */
export const onlineShopKpis = {
  goesOn: {
    ...{ metric: 'conversion', unit: 'percent', better: 'more', rollUp: 'ratioOfSums', outcome: 'financial' },
    ...{ target: 45, warnAt: 35, badAt: 20 },
    at: {
      friendsPost: [38, 4200, 36, 3900],
      advert: [21, 12800, 24, 12100],
      productPage: [32, 9600, 34, 9100],
      searches: [41, 2100, 38, 2000],
      readsReviews: [52, 3400, 49, 3150],
      comparesModels: [40, 5200, 40, 5050],
      callsDelivery: [31, 640, 38, 600],
      triesInShop: [63, 58, 66, 61],
      asksInChat: [44, 210, 40, 190],
      asksUnderPost: [12, 24, 15, 26],
      fillsBasket: [58, 2900, 61, 2840],
      leavesBasket: [19, 1210, 22, 1100],
      basketEmail: [9, 1180, 8, 1060],
    },
  },
  satisfied: {
    ...{ metric: 'csat', definition: 'topTwo', unit: 'percent', better: 'more' },
    ...{ rollUp: 'ratioOfSums', outcome: 'process', target: 80, warnAt: 70, badAt: 55 },
    at: {
      callsDelivery: [48, 210, 55, 190],
      triesInShop: [91, 22, 88, 25],
      asksInChat: [78, 164, 74, 158],
      fillsBasket: [54, 388, 60, 371],
      paysByCard: [82, 402, 81, 390],
      tracksParcel: [66, 245, 69, 230],
      parcelArrives: [88, 512, 84, 498],
      callsService: [41, 131, 44, 120],
      helpPages: [72, 97, 64, 88],
      returnsInShop: [74, 19, 70, 21],
      reorders: [90, 77, 86, 69],
    },
  },
  // How many go each way, of those who were where it begins.
  customers: {
    ...{ metric: 'custom', unit: 'number', better: 'more', rollUp: 'sum', outcome: 'operational' },
    ...{ target: null, warnAt: null, badAt: null },
    at: {
      'friendsPost>productPage': [1600, 4200, 1400, 3900],
      'advert>productPage': [1790, 12800, 2050, 12100],
      'advert>searches': [860, 12800, 810, 12100],
      'searches>comparesModels': [860, 2100, 760, 2000],
      'productPage>readsReviews': [1240, 9600, 1180, 9100],
      'productPage>comparesModels': [1820, 9600, 1888, 9100],
      'productPage>asksUnderPost': [24, 9600, 26, 9100],
      'comparesModels>callsDelivery': [640, 5200, 600, 5050],
      'comparesModels>fillsBasket': [1460, 5200, 1400, 5050],
      'callsDelivery>fillsBasket': [198, 640, 228, 600],
      'asksInChat>fillsBasket': [92, 210, 76, 190],
      'fillsBasket>paysByCard': [1680, 2900, 1730, 2840],
      'paysByCard>orderEmail': [1590, 1680, 1640, 1730],
      'orderEmail>tracksParcel': [1120, 1590, 1090, 1640],
      'orderEmail>getsInvoice': [470, 1590, 545, 1640],
      'tracksParcel>parcelArrives': [1104, 1120, 1081, 1090],
    },
  },
} as const satisfies Readonly<Record<string, SampleKpi>>;
