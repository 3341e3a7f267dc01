/** Group of the admin panel that holds everything about selling. */
export const SELLING = { en: 'Selling', he: 'מכירות', ru: 'Продажи' }
