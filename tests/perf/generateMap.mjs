/**
 * A made-up journey as the text of a `.journey.json` file: the same for the same arguments.
 * @param {number} touchpoints
 * @param {number} [links] one and a half times as many as touchpoints unless given
 * @param {boolean} [worked] as a team has worked on it: personas, feelings, verdicts, promises, owners, waits
 * @returns {string}
 */
export function generateMap(touchpoints, links = Math.round(touchpoints * 1.5), worked = false) {
  let seed = 20_261_122;
  const random = (/** @type {number} */ below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const order = (/** @type {number} */ index) => `b${index.toString(36).padStart(4, '0')}V`.replace(/[a-z]/g, (c) => c);
  const pick = (/** @type {readonly string[]} */ list) => list[random(list.length)];
  const verbs = ['Compares', 'Asks about', 'Reads', 'Looks for', 'Calls about', 'Pays for', 'Returns', 'Recommends'];
  const things = [
    'the delivery',
    'a better price',
    'three models',
    'the invoice',
    'the warranty',
    'a review',
    'the newsletter',
  ];
  const channels = ['Website', 'Phone', 'E-mail', 'Shop', 'Live chat', 'Social media', 'App', 'Post'];
  const devices = ['Phone', 'Laptop', 'Tablet', 'No device'];
  const departments = ['Marketing', 'Sales', 'Web shop', 'Service team', 'Logistics'];
  const entries = (/** @type {string} */ prefix, /** @type {readonly string[]} */ names) =>
    names.map((name, index) => ({
      id: `${prefix}_g${index}`,
      order: orderKey(index),
      name,
      icon: 'globe',
      color: 'blue',
      archived: false,
    }));
  const orderKey = (/** @type {number} */ index) =>
    `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index]}`;
  const steps = Math.max(5, Math.ceil(touchpoints / 20));
  const stages = Math.max(5, Math.ceil(steps / 10));
  const at = (/** @type {number} */ index) => order(index);
  /** @type {Record<string, unknown>[]} */
  const cards = [];
  for (let index = 0; index < touchpoints; index++) {
    cards.push({
      id: `tp_g${index}`,
      order: at(index),
      stepId: `sp_g${index % steps}`,
      title: `${pick(verbs)} ${pick(things)} ${index}`,
      description: 'Generated to measure with.',
      channels: [`ch_g${random(channels.length)}`],
      devices: [`dv_g${random(devices.length)}`],
      departments: [`dp_g${random(departments.length)}`],
      when: 'during',
      presence: 'online',
      selfService: null,
      humanCanStepIn: null,
      importance: 3,
      momentOfTruth: index % 17 === 0,
      owner: '',
      objections: '',
      tags: [],
      webLinks: [],
    });
  }
  /** @type {Map<string, Record<string, unknown>>} */
  const linked = new Map();
  for (let tries = 0; linked.size < links && tries < links * 20; tries++) {
    const from = random(touchpoints);
    // Mostly to the next step, sometimes farther or back.
    const step = (from % steps) + (random(10) < 8 ? 1 : random(5) - 2);
    const to = step + random(Math.ceil(touchpoints / steps)) * steps;
    if (step < 0 || step >= steps || to >= touchpoints || to === from) continue;
    const id = `ln_tp_g${from}-tp_g${to}`;
    linked.set(id, { id, from: `tp_g${from}`, to: `tp_g${to}`, label: '' });
  }
  const lived = worked ? workOn(cards, [...linked.values()], random) : {};
  return JSON.stringify({
    format: 'desirepath.journey',
    formatVersion: 1,
    map: {
      map: [
        {
          id: 'mp_g',
          name: `Generated, ${touchpoints}`,
          state: 'current',
          scenario: '',
          createdAt: '2026-01-01T00:00:00.000Z',
        },
      ],
      mapPersonas: [],
      stages: Array.from({ length: stages }, (_, index) => ({
        id: `st_g${index}`,
        order: at(index),
        name: `Stage ${index + 1}`,
      })),
      steps: Array.from({ length: steps }, (_, index) => ({
        id: `sp_g${index}`,
        order: at(index),
        stageId: `st_g${Math.floor((index * stages) / steps)}`,
        name: `Step ${index + 1}`,
      })),
      lanes: [{ id: 'la_g0', order: 'a0', name: 'Customer actions', role: 'actions', side: 'above', hidden: false }],
      touchpoints: cards,
      cards: [],
      links: [...linked.values()],
      sentiments: [],
      verdicts: [],
      ...lived,
    },
    library: {
      personas: worked
        ? personaIds.map((id, index) => ({ id, order: orderKey(index), name: `Persona ${index + 1}` }))
        : [],
      channels: entries('ch', channels),
      devices: entries('dv', devices),
      departments: entries('dp', departments),
    },
  });
}

const personaIds = ['pe_g0', 'pe_g1', 'pe_g2'];

/**
 * What a team has found out: every persona's feelings, half of the handoffs judged, promises, owners, waits, and who goes
 * where. Fills in `cards` and `links` and returns the tables that come with it.
 * @param {Record<string, unknown>[]} cards
 * @param {Record<string, unknown>[]} links
 * @param {(below: number) => number} random
 */
function workOn(cards, links, random) {
  /** @type {Record<string, unknown>[]} */
  const sentiments = [];
  /** @type {Record<string, unknown>[]} */
  const memberships = [];
  for (const [index, card] of cards.entries()) {
    if (index % 5 === 0) card.owner = `Owner ${random(9)}`;
    if (index % 10 === 0)
      Object.assign(card, { promise: 'We call back', promiseKeptAt: `tp_g${random(cards.length)}` });
    if (index % 7 === 0) card.selfServiceWanted = true;
    card.importance = 1 + random(5);
    for (const personaId of personaIds) {
      if (random(8) > 0)
        sentiments.push({ id: `sn_${card.id}-${personaId}`, touchpointId: card.id, personaId, value: random(5) - 2 });
    }
    if (index % 9 === 0) {
      const personaId = personaIds[random(3)];
      memberships.push({ id: `mb_${card.id}-${personaId}`, recordId: card.id, personaId });
    }
  }
  const byId = new Map(cards.map((card) => [card.id, card]));
  const basis = (/** @type {unknown} */ id) => {
    const { channels, devices, departments } = /** @type {Record<string, unknown>} */ (byId.get(id));
    return { channels, devices, departments };
  };
  const verdicts = links
    .filter(() => random(2) === 0)
    .map(({ from, to }) => ({
      id: `vd_${from}-${to}`,
      from,
      to,
      state: random(3) === 0 ? 'smooth' : 'gap',
      basis: { from: basis(from), to: basis(to) },
      judgedAt: '2026-01-02T00:00:00.000Z',
    }));
  for (const link of links) Object.assign(link, { waitHours: random(100), share: random(100) / 100 });
  return {
    sentiments,
    memberships,
    verdicts,
    mapPersonas: personaIds.map((personaId, index) => ({ id: `mc_${personaId}`, order: `a${index}`, personaId })),
  };
}
