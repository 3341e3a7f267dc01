import { Document, Page, Image as Picture, Text, View } from '@react-pdf/renderer'

import { logoBox } from '@/domain/tenancy/theme/logo'

import type { CertificateText } from './types'

import { QrCode } from './QrCode'
import { Seal } from './Seal'
import { nameSize, sheetStyles, titleSize } from './styles'
import { pdfWords } from './words'

/** How large a certificate shows a logo, in points. */
const LOGO = { height: 34, highest: 72, widest: 260 }

/** The certificate itself: the school and its seal, who has completed what, when, and how to check it. */
export const Sheet = (text: CertificateText) => {
  const { course, issuedAt, learner, locale, school, serial, timeZone = 'UTC', verifyUrl } = text
  const t = pdfWords(locale)
  const { colours, styles, worded } = sheetStyles(text)
  const issued = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(issuedAt)
  const detail = (name: string, value: string) => (
    <View style={{ ...styles.column, gap: 4 }}>
      <Text style={{ ...styles.label, fontSize: 9 }}>{name}</Text>
      <Text style={{ ...worded(value), ...styles.exact, fontSize: 11 }}>{value}</Text>
    </View>
  )

  return (
    <Document
      author={school.name}
      creator={school.name}
      language={locale}
      producer={school.name}
      subject={course}
      title={t('title')}
    >
      <Page orientation="landscape" size="A4" style={styles.page}>
        <View style={styles.frame}>
          <View style={styles.top}>
            <View style={{ ...styles.column, gap: 10, maxWidth: 540 }}>
              {school.logo ? (
                <Picture
                  src={{ data: school.logo.png, format: 'png' }}
                  style={logoBox(school.logo, LOGO)}
                />
              ) : (
                <Text
                  style={{ ...worded(school.name), fontSize: 14, fontWeight: 500, maxLines: 2 }}
                >
                  {school.name}
                </Text>
              )}
              <Text style={styles.title}>{t('title')}</Text>
            </View>
            <Seal colour={colours.line} size={104} />
          </View>
          <View style={{ gap: 12 }}>
            <Text style={styles.label}>{t('awarded')}</Text>
            <Text style={{ ...worded(learner), ...styles.name, fontSize: nameSize(learner) }}>
              {learner}
            </Text>
            <Text style={styles.label}>{t('completed')}</Text>
            <Text style={{ ...worded(course), ...styles.course, fontSize: titleSize(course) }}>
              {course}
            </Text>
          </View>
          <View style={styles.bottom}>
            <View style={{ ...styles.row, gap: 36 }}>
              {detail(t('issued'), issued)}
              {detail(t('serial'), serial)}
            </View>
            <View style={{ ...styles.row, alignItems: 'center', gap: 14 }}>
              <Text style={{ ...styles.label, fontSize: 9 }}>{t('verify')}</Text>
              <QrCode colour={colours.text} size={72} value={verifyUrl} />
            </View>
          </View>
        </View>
      </Page>
    </Document>
  )
}
