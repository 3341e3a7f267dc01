/** The most that a file of captions may take, in bytes: hours of speech take a tenth of it. */
export const LARGEST_CAPTIONS = 2 * 1024 * 1024

/** `mm:ss.ttt` or `hh:mm:ss.ttt` (W3C WebVTT, 3.3); null for anything else. Seconds. */
const secondsOf = (time: string): null | number => {
  const found = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(time)
  if (!found) {
    return null
  }
  const [, hours = '0', minutes, seconds, thousandths] = found

  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000
}

/** What is wrong with a file of captions, and in which of its lines, counted from 1. */
export type CaptionsFault = { code: 'empty' | 'header' | 'order' | 'timing'; line: number }

/**
 * Null where a text is a WebVTT file that players can follow: it begins with its name, has at least one
 * cue, and every cue ends after it begins and begins no earlier than the one before.
 */
export const captionsFault = (text: string): CaptionsFault | null => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    return { code: 'header', line: 1 }
  }
  let last = -1
  let cues = 0
  for (const [at, line] of lines.entries()) {
    if (!line.includes('-->')) {
      continue
    }
    const [from = '', rest = ''] = line.split('-->')
    const [begins, ends] = [secondsOf(from.trim()), secondsOf(rest.trim().split(/\s+/)[0] ?? '')]
    if (begins === null || ends === null || ends <= begins) {
      return { code: 'timing', line: at + 1 }
    }
    if (begins < last) {
      return { code: 'order', line: at + 1 }
    }
    last = begins
    cues += 1
  }

  return cues === 0 ? { code: 'empty', line: lines.length } : null
}

/** What is said from one moment to another, in seconds; `settings` say where it stands in the picture. */
export type Cue = { from: number; settings: string; text: string; to: number }

/** A file of captions: `head` is all that stands before the first cue, such as notes and styles. */
export type Captions = { cues: Cue[]; head: string }

const TIMING = /^(\S+)\s+-->\s+(\S+)(?:\s+(.*))?$/

/** Reads a file in which `captionsFault` finds nothing. Names of cues, and notes between them, are left out. */
export const captionsIn = (text: string): Captions => {
  const [first = '', ...blocks] = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
  const cues = blocks.flatMap((block): Cue[] => {
    const lines = block.split('\n').filter((line, at, all) => line || at < all.length - 1)
    const at = lines.findIndex((line) => line.includes('-->'))
    const [, from = '', to = '', settings = ''] = TIMING.exec(lines[at]?.trim() ?? '') ?? []
    const [begins, ends] = [secondsOf(from), secondsOf(to)]

    return begins === null || ends === null
      ? []
      : [{ from: begins, settings: settings.trim(), text: lines.slice(at + 1).join('\n'), to: ends }]
  })
  const before = blocks.findIndex((block) => block.includes('-->'))

  return { cues, head: [first, ...blocks.slice(0, Math.max(0, before))].join('\n\n').trim() }
}

/** Seconds as WebVTT writes them. */
export const captionTime = (seconds: number): string => {
  const thousandths = Math.round(seconds * 1000)
  const part = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0')

  return `${part(thousandths / 3_600_000)}:${part((thousandths / 60_000) % 60)}:${part((thousandths / 1000) % 60)}.${part(thousandths % 1000, 3)}`
}

/** The seconds of a time as somebody types it: `1:02`, `01:02.5`, `1:00:02`; null for anything else. */
export const typedTime = (typed: string): null | number => {
  const [, hours = '0', minutes = '0', seconds = ''] =
    /^(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,2}(?:[.,]\d{1,3})?)$/.exec(typed.trim()) ?? []
  const [m, s] = [Number(minutes), Number(seconds.replace(',', '.'))]

  return seconds && m < 60 && s < 60 ? Number(hours) * 3600 + m * 60 + s : null
}

/** The file of captions, in the order of its cues; a cue's text keeps no empty line, which would end it. */
export const captionsText = ({ cues, head }: Captions): string =>
  [
    head || 'WEBVTT',
    ...cues
      .toSorted((one, other) => one.from - other.from)
      .map(({ from, settings, text, to }) =>
        [
          `${captionTime(from)} --> ${captionTime(to)}${settings ? ` ${settings}` : ''}`,
          ...text
            .split('\n')
            .map((line) => line.replaceAll('-->', '→').trim())
            .filter(Boolean),
        ].join('\n'),
      ),
    '',
  ].join('\n\n')
