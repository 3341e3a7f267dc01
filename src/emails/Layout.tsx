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
  const styles = mailStyles(school)
  const start = { textAlign: dir === 'rtl' ? 'right' : 'left' } as const

  return (
    <Html dir={dir} lang={locale}>
      <Head>
        <title>{heading}</title>
        <meta content="light dark" name="color-scheme" />
        <meta content="light dark" name="supported-color-schemes" />
        <style>{darkCss(school)}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="m-canvas" dir={dir} style={styles.body}>
        <Container className="m-card" dir={dir} style={{ ...styles.card, ...start }}>
          <Section style={start}>
            <SchoolHead school={school} styles={styles} />
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

/** The school's logo, one for dark inboxes too where it has that; else its name. */
const SchoolHead = ({
  school: { name, logo },
  styles,
}: Pick<MailContext, 'school'> & { styles: ReturnType<typeof mailStyles> }) => {
  if (!logo) {
    return (
      <Text className="m-text" style={styles.school}>
        {name}
      </Text>
    )
  }
  const image = (src: string, className: string | undefined, style = styles.logo) => (
    <Img
      alt={name}
      className={className}
      height={logo.height}
      src={src}
      style={style}
      width={logo.width}
    />
  )

  return (
    <>
      {image(logo.url, logo.darkUrl && 'm-light')}
      {logo.darkUrl && image(logo.darkUrl, 'm-dark', { ...styles.logo, display: 'none' })}
    </>
  )
}
