/** Where a pointer rests is most likely gone to next; signing out, paying and the admin are nobody's guess. */
export const SPECULATION = JSON.stringify({
  prefetch: [
    {
      eagerness: 'moderate',
      where: {
        and: [
          { href_matches: '/*' },
          {
            not: {
              href_matches: ['/admin*', '/api/*', '/checkout*', '/*.pdf', '/*\\?*'],
            },
          },
          { not: { selector_matches: '[target=_blank]' } },
        ],
      },
    },
  ],
})
