import type { ReactNode } from 'react'

import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components'

import { directionOf } from '@/domain/tenancy/locales'

import type { MailContext } from './types'

import { greetingFor } from './greeting'
import { darkCss, mailStyles } from './styles'

type Props = MailContext & {
  action: { label: string; url: string }
  /** What stands between the salutation and the button. */
  children: ReactNode
  heading: string
  name: string
  /** What stands under the button, smaller. */
  note?: ReactNode
  preview: string
}

/** Every mail: one column of 600, the school's mark, a salutation, a text, one button, and who sent it. */
export const Layout = (props: Props) => {
  const { name, action, children, heading, locale, note, preview, school, t, unsubscribeUrl } =
    props
  const dir = directionOf(locale)
  const styles = mailStyles(school.accent)
  const start = { textAlign: dir === 'rtl' ? 'right' : 'left' } as const

  return (
    <Html dir={dir} lang={locale}>
      <Head>
        <title>{heading}</title>
        <meta content="light dark" name="color-scheme" />
        <meta content="light dark" name="supported-color-schemes" />
        <style>{darkCss(school.accent)}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="m-canvas" dir={dir} style={styles.body}>
        <Container className="m-card" dir={dir} style={{ ...styles.card, ...start }}>
          <Section style={start}>
            {school.logoUrl ? (
              <Img alt={school.name} height={32} src={school.logoUrl} style={styles.school} />
            ) : (
              <Text className="m-text" style={styles.school}>
                {school.name}
              </Text>
            )}
            <Heading as="h1" className="m-text" style={styles.heading}>
              {heading}
            </Heading>
            <Text className="m-text" style={styles.text}>
              {greetingFor(name, t)}
            </Text>
            {children}
            <Section style={{ ...start, padding: '8px 0 24px' }}>
              <Button className="m-button" href={action.url} style={styles.button}>
                {action.label}
              </Button>
            </Section>
            {note}
            <Text className="m-muted" style={styles.small}>
              {t('linkHint')}
              <br />
              <Link className="m-link" dir="ltr" href={action.url} style={styles.link}>
                {action.url}
              </Link>
            </Text>
          </Section>
        </Container>
        <Container dir={dir} style={{ ...styles.footer, ...start }}>
          <Text className="m-muted" style={styles.small}>
            {t('sentBy', { host: new URL(school.url).host, school: school.name })}
            {unsubscribeUrl && (
              <>
                <br />
                <Link className="m-link" href={unsubscribeUrl} style={styles.link}>
                  {t('unsubscribe')}
                </Link>
              </>
            )}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}
