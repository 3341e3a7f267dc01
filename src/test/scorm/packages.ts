import type { Filed } from './archive'

import { archiveOf } from './archive'

const manifest = ({
  schema,
  version,
}: {
  schema: string
  version: string
}): string => `<?xml version="1.0" encoding="UTF-8"?>
<!-- as authoring tools write it -->
<manifest identifier="M" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="${schema}">
  <metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
  <organizations default="O">
    <organization identifier="O"><title>Light &amp; shadow</title>
      <item identifier="I" identifierref="R"><title>The one part</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="content/index.html?mode=1"><file href="content/index.html"/></resource>
  </resources>
</manifest>`

/** Finds its API as ADL's own code does, up the windows; answers buttons that do what a test presses. */
const page = (
  calls: { done: string; get: string; init: string; save: string },
  api: string,
): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Part</title><link rel="stylesheet" href="look.css">
<p id="where">?</p><button id="on">On</button><button id="finish">Finish</button>
<script src="part.js"></script>
<script>
  const find = (win) => { let seen = 0; while (!win['${api}'] && win.parent && win.parent !== win && seen++ < 20) win = win.parent; return win['${api}'] }
  const api = find(window)
  ${calls.init}
  document.getElementById('where').textContent = 'at ' + (${calls.get} || 'the beginning')
  document.getElementById('on').onclick = () => { ${calls.save} }
  document.getElementById('finish').onclick = () => { ${calls.done} }
  try { document.title = document.cookie === '' ? 'no cookies' : 'cookies' } catch (error) { document.title = 'sealed' }
</script>`

const files = (xml: string, html: string): Filed[] => [
  { name: 'imsmanifest.xml', content: xml },
  { name: 'content/', content: '' },
  { name: 'content/index.html', content: html },
  { name: 'content/part.js', content: 'window.partLoaded = true' },
  { name: 'content/look.css', content: 'body { font-family: sans-serif }' },
]

export const scorm12Files = (): Filed[] =>
  files(
    manifest({ schema: 'http://www.adlnet.org/xsd/adlcp_rootv1p2', version: '1.2' }),
    page(
      {
        done: `api.LMSSetValue('cmi.core.score.raw', '85'); api.LMSSetValue('cmi.core.score.min', '0'); api.LMSSetValue('cmi.core.score.max', '100'); api.LMSSetValue('cmi.core.lesson_status', 'passed'); api.LMSCommit('')`,
        get: `api.LMSGetValue('cmi.core.lesson_location')`,
        init: `api.LMSInitialize('')`,
        save: `api.LMSSetValue('cmi.core.lesson_location', 'page 2'); api.LMSSetValue('cmi.suspend_data', 'two'); api.LMSCommit('')`,
      },
      'API',
    ),
  )

export const scorm2004Files = (): Filed[] =>
  files(
    manifest({ schema: 'http://www.adlnet.org/xsd/adlcp_v1p3', version: '2004 4th Edition' }),
    page(
      {
        done: `api.SetValue('cmi.score.scaled', '0.9'); api.SetValue('cmi.completion_status', 'completed'); api.SetValue('cmi.success_status', 'passed'); api.Commit('')`,
        get: `api.GetValue('cmi.location')`,
        init: `api.Initialize('')`,
        save: `api.SetValue('cmi.location', 'page 2'); api.SetValue('cmi.suspend_data', 'two'); api.Commit('')`,
      },
      'API_1484_11',
    ),
  )

/** Small packages that play, of either version. */
export const scorm12 = (): Buffer => archiveOf(scorm12Files())
export const scorm2004 = (): Buffer => archiveOf(scorm2004Files())
