import type { SampleDescription } from './sampleDescription.ts';

/** What customers of the online shop said and where, and a walk through it, without their texts. */
export const onlineShopVoices = {
  evidence: {
    emptyBasket: {
      kind: 'interview',
      date: '2026-03-04',
      persona: 'anna',
      sentiment: -2,
      about: ['fillsBasket', 'callsDelivery>fillsBasket'],
    },
    orderLost: { kind: 'ticket', date: '2026-03-19', sentiment: -2, about: ['callsDelivery>fillsBasket'] },
    soldOnPhone: { kind: 'review', date: '2026-04-02', sentiment: -1, about: ['callsDelivery>fillsBasket'] },
    whenToday: { kind: 'ticket', date: '2026-03-11', persona: 'max', sentiment: 0, about: ['callsDelivery'] },
    threeTimes: { kind: 'ticket', date: '2026-04-20', persona: 'max', sentiment: -2, about: ['callsService'] },
    packedWell: { kind: 'post', date: '2026-04-15', persona: 'anna', sentiment: 2, about: ['parcelArrives'] },
    silentParcel: { kind: 'review', date: '2026-04-08', persona: 'max', sentiment: -1, about: ['tracksParcel'] },
    walkedCall: {
      kind: 'walk',
      date: '2026-05-06',
      persona: 'anna',
      sentiment: -1,
      about: ['callsDelivery'],
    },
    walkedParcel: { kind: 'walk', date: '2026-05-09', persona: 'anna', sentiment: 1, about: ['parcelArrives'] },
  },
  walk: {
    persona: 'anna',
    startedAt: '2026-05-06T09:00:00.000Z',
    endedAt: '2026-05-09T15:20:00.000Z',
    stops: {
      productPage: {
        result: 'met',
        startedAt: '2026-05-06T09:02:00.000Z',
        endedAt: '2026-05-06T09:09:00.000Z',
        waitSeconds: null,
      },
      callsDelivery: {
        result: 'missed',
        startedAt: '2026-05-06T09:11:00.000Z',
        endedAt: '2026-05-06T09:27:00.000Z',
        waitSeconds: 412,
      },
      fillsBasket: {
        result: 'missed',
        startedAt: '2026-05-06T19:30:00.000Z',
        endedAt: '2026-05-06T19:44:00.000Z',
        waitSeconds: null,
      },
      parcelArrives: {
        result: 'exceeded',
        startedAt: '2026-05-09T15:10:00.000Z',
        endedAt: '2026-05-09T15:20:00.000Z',
        waitSeconds: null,
      },
    },
  },
} as const satisfies Pick<SampleDescription, 'evidence' | 'walk'>;
