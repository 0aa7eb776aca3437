import type { onlineShop } from './onlineShop.ts';
import { onlineShopPeopleEn } from './onlineShopPeople.en.ts';
import { onlineShopVoicesEn } from './onlineShopVoices.en.ts';
import type { SampleTexts } from './sampleDescription.ts';

export const onlineShopEn: SampleTexts<typeof onlineShop> = {
  name: 'First order in the online shop',
  scenario: 'Anna and Max each look for a new bicycle rack, and order from us for the first time.',
  personas: onlineShopPeopleEn,
  ...onlineShopVoicesEn,
  stages: {
    awareness: 'Awareness',
    consideration: 'Consideration',
    decision: 'Decision',
    retention: 'Retention',
    advocacy: 'Advocacy',
  },
  steps: {
    hears: 'Hears of us',
    looks: 'Looks around',
    compares: 'Compares',
    asks: 'Asks',
    orders: 'Orders',
    pays: 'Pays',
    waits: 'Waits',
    receives: 'Receives it',
    needsHelp: 'Needs help',
    buysAgain: 'Buys again',
    rates: 'Rates us',
    recommends: 'Recommends',
  },
  touchpoints: {
    friendsPost: {
      title: 'Sees a friend’s post',
      description: 'A friend shows her rack on a ride. The post links straight to the product.',
      owner: 'Social media team',
      tags: ['unpaid'],
    },
    advert: {
      title: 'Sees an advert',
      description: 'A short film between two videos. It names the brand, not the product.',
      tags: ['paid'],
    },
    productPage: {
      title: 'Lands on the product page',
      description: 'Opens on the phone in two seconds. Pictures first, delivery terms far down.',
      owner: 'Web shop team',
    },
    searches: {
      title: 'Searches for the brand',
      description: 'Types what stayed in mind from the advert. A dealer stands above us in the results.',
    },
    readsReviews: {
      title: 'Reads reviews',
      description: 'Looks for people with the same bicycle. The newest review is four months old.',
      objections: 'Is it stable with a child seat?',
    },
    comparesModels: {
      title: 'Compares three models',
      description: 'Three tabs side by side, because the page compares only two.',
      objections: 'Why does the dearer one carry less?',
    },
    callsDelivery: {
      title: 'Calls to ask about delivery',
      description: 'The page says two to nine days. Sales answers, and cannot see which model is meant.',
      owner: 'Head of sales',
      objections: 'I need it before the holidays, or not at all.',
      tags: ['top reason for calls'],
      promise: 'Sales puts the model aside and notes the delivery date.',
    },
    triesInShop: {
      title: 'Tries it in the shop',
      description:
        'Mounts the rack on his own bicycle, with help. The online price is lower than the one on the shelf.',
      owner: 'Shop manager',
    },
    asksInChat: {
      title: 'Asks in the live chat',
      description: 'Gets a good answer within a minute, until six in the evening.',
    },
    asksUnderPost: {
      title: 'Asks under the post',
      description: 'Asks publicly whether it fits her frame. The answer comes two days later.',
      tags: ['slow'],
    },
    fillsBasket: {
      title: 'Fills the basket again',
      description: 'The basket from the phone call and from the mobile page is gone on the laptop.',
      owner: 'Web shop team',
      objections: 'Do I have to register for this?',
      tags: ['top reason for leaving'],
    },
    leavesBasket: {
      title: 'Leaves the basket',
      description: 'Delivery costs show only at the last step. Puts the phone away.',
      objections: 'Delivery costs a quarter of the price.',
    },
    paysByCard: {
      title: 'Pays by card',
      description: 'The bank asks for a code. It works, and takes a minute.',
    },
    basketEmail: {
      title: 'Gets a basket reminder',
      description: 'Arrives a day later with a link back to the basket, and free delivery until Sunday.',
      tags: ['way back'],
    },
    orderEmail: {
      title: 'Gets the confirmation',
      description: 'Says what was ordered and when it comes. The tracking link is in it.',
      promise: 'It is there by Thursday.',
    },
    tracksParcel: {
      title: 'Tracks the parcel',
      description: 'Looks at the carrier’s page three times a day. It says “in transit” for three days.',
    },
    parcelArrives: {
      title: 'The parcel arrives',
      description: 'Well packed, with a handwritten card. Sometimes a bag of screws is missing.',
      owner: 'Warehouse',
    },
    getsInvoice: {
      title: 'Gets the invoice',
      description: 'A file by e-mail from another sender than the confirmation.',
    },
    callsService: {
      title: 'Calls the service team',
      description: 'Explains the order from the start, twice. The new part is sent at once.',
      owner: 'Head of service',
      tags: ['repeated questions'],
      promise: 'The missing part is sent the same day.',
    },
    helpPages: {
      title: 'Reads the help pages',
      description: 'Finds the film on mounting the rack. It answers most questions.',
    },
    returnsInShop: {
      title: 'Brings it back to the shop',
      description: 'The shop takes it back, though it was bought online. The money comes ten days later.',
    },
    newsletter: {
      title: 'Reads the newsletter',
      description: 'Every week the same for all, the rack he has already bought included.',
    },
    reorders: {
      title: 'Orders again in the app',
      description: 'Address and card are known. Two taps.',
    },
    surveyEmail: {
      title: 'Is asked to rate us',
      description: 'Five questions, a week after the parcel, also to those who sent it back.',
    },
    collectsPoints: {
      title: 'Collects points',
      description: 'Sees at once what the points are worth.',
    },
    writesReview: {
      title: 'Writes a review',
      description: 'Writes what she had looked for herself: which bicycle, which load.',
    },
    sharesPhoto: {
      title: 'Shares a photo',
      description: 'Posts the first ride and names the brand. Nobody of ours answers.',
    },
    invitesFriend: {
      title: 'Invites a friend',
      description: 'Sends a code: ten for the friend, ten for herself.',
    },
  },
  labels: {
    wantsToTouch: 'Wants to touch it',
    deliveryUnclear: 'Delivery unclear',
    decidesAlone: 'Decides alone',
    noAnswer: 'No answer',
    comesBack: 'Comes back',
    partMissing: 'A part is missing',
    doesNotFit: 'Does not fit',
    sentAgain: 'Sent again',
  },
  verdicts: {
    'friendsPost>productPage': { note: 'The link opens the very product, on the same phone.' },
    'comparesModels>callsDelivery': {
      note: 'Sales does not see which models she compared, and asks for all of it again.',
      cause: 'Delivery times stand on a page of their own, and the call centre has no access to the web shop.',
      owner: 'Head of sales',
      source: 'Web shop figures of last year; exit survey, n = 214',
    },
    'callsDelivery>fillsBasket': {
      note: 'Channel, device and department change at once. What was agreed on the phone is not in the basket.',
      cause: 'Baskets are kept in the browser, not with the customer.',
      owner: 'Web shop team',
      source: 'Call log of spring; web shop figures of last year',
    },
    'parcelArrives>callsService': {
      note: 'The service team has no order before it, and the customer no list of parts.',
      cause: 'Parcels are known to logistics by their own number only.',
      owner: 'Head of service',
      source: 'Service calls of the first half of the year, n = 1,120',
    },
  },
  kpis: {
    goesOn: {
      name: 'Conversion',
      description: 'Customers who go on from here, of all who come.',
      source: 'Web statistics, tills',
      owner: 'Head of the web shop',
    },
    satisfied: {
      name: 'CSAT',
      description: 'How satisfied were you with this, 1 to 5.',
      source: 'Survey after each contact',
      owner: 'Head of service',
    },
    customers: {
      name: 'Customers on the way',
      description: 'Customers who went from one touchpoint to the next.',
      source: 'Web statistics, tills',
      owner: 'Head of the web shop',
    },
  },
  opportunities: {
    deliveryDate: {
      title: 'Delivery date beside the price',
      description: 'The date for the customer’s postcode, on the product page and in the basket.',
      owner: 'Web shop team',
    },
    basketOnCall: {
      title: 'Sales sees the basket during the call',
      description: 'The customer reads out a code of four digits; sales opens the same basket.',
      owner: 'Head of sales',
    },
    oneBasket: {
      title: 'One basket for all devices',
      description: 'Kept with the customer, without an account: a link by e-mail or text message opens it.',
      owner: 'Head of IT',
    },
    parcelNews: { title: 'A message for each stop of the parcel', owner: 'Logistics' },
    orderOpens: {
      title: 'Order opens when the number calls',
      description: 'Nobody has to tell the story twice.',
      owner: 'Head of service',
    },
    photoAnswers: { title: 'Answer every photo within a day', owner: 'Social media team' },
    fitFinder: { title: 'Which rack fits my bicycle?', description: 'Three questions instead of three tabs.' },
  },
  lanes: {
    actions: {
      name: 'Customer actions',
      cards: {
        hears: 'Scrolls in the evening',
        looks: 'Taps the link',
        compares: 'Opens tabs side by side',
        asks: 'Wants to be sure',
        orders: 'Starts over at home',
        pays: 'Looks for the card',
        waits: 'Checks the parcel every day',
        receives: 'Unpacks and mounts it',
        needsHelp: 'Looks for a number to call',
        buysAgain: 'Orders a bag for the rack',
        rates: 'Clicks through five questions',
        recommends: 'Shows it on a ride',
      },
    },
    emotion: { name: 'Emotion', cards: {} },
    thoughts: {
      name: 'Thoughts',
      cards: {
        hears: '“That looks handy.”',
        compares: '“Which one fits my frame?”',
        asks: '“Will it come before the holidays?”',
        orders: '“I had all of this in the basket!”',
        waits: '“Still in transit?”',
        receives: '“Somebody packed this with care.”',
        needsHelp: '“I have told you that already.”',
        recommends: '“You should get one too.”',
      },
    },
    pains: {
      name: 'Pain points',
      cards: {
        looks: 'Delivery terms are hard to find',
        compares: 'Only two models side by side',
        asks: 'Phone and site disagree',
        orders: 'Basket is empty on the laptop',
        waits: 'Three days without news',
        needsHelp: 'Tells the story twice',
        buysAgain: 'Advertises what he owns',
      },
    },
    // The opportunities themselves stand in it.
    opportunities: { name: 'Opportunities', cards: {} },
  },
};
