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
