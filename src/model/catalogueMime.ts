/** The kind of data that carries an item's key while it is dragged. */
export const CATALOGUE_MIME = 'application/x-desirepath-catalogue';
