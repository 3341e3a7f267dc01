/** The moment of a backup, which its id says, in words and in UTC; kept together where the text around it runs the other way. */
export const momentOf = (backup: string, language: string): string => {
  const iso = backup.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)-(\d{3})Z$/,
    '$1-$2-$3T$4:$5:$6.$7Z',
  )
  const at = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(iso))

  return `\u2068${at} UTC\u2069`
}
