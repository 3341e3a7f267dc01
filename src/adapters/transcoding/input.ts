/**
 * How an untrusted file is opened: as the kinds of file that may be uploaded and no other, so that a playlist or a list of files in
 * their place is none, and by the protocols of this machine alone, so that nothing inside leads to the network.
 */
export const inputOf = (file: string): string[] => [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  'mov,matroska,mp3,aac,ogg,wav,flac',
  '-i',
  `file:${file}`,
]
