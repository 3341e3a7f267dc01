import { CartLink } from '@/components/commerce/cart/CartLink'
import { Container } from '@/components/ui/Container'
import { Island } from '@/components/ui/Island'
import { Logo, type LogoImage } from '@/components/ui/Logo'
import { TextLink } from '@/components/ui/TextLink'

import { AccountMenu } from './AccountMenu'
import { NavLinks, type NavLink } from './NavLinks'
import { Preferences } from './Preferences'
import { ViewNotice } from './ViewNotice'

/** What header and footer show of a school. */
export type SchoolMark = {
  logo?: LogoImage | null
  logoDark?: LogoImage | null
  name: string
}

/** The head of every page of a school. `bare` is for the checkout, from which nothing leads away but the mark. */
export const SiteHeader = ({
  bare = false,
  links = [],
  school,
}: {
  bare?: boolean
  links?: readonly NavLink[]
  school: SchoolMark
}) => (
  <header className="border-b border-line bg-surface print:hidden">
    <Container className="flex min-h-16 items-center gap-2 md:gap-8">
      <TextLink className="inline-flex min-h-target min-w-0 items-center" href="/" variant="plain">
        <Logo logo={school.logo} logoDark={school.logoDark} name={school.name} />
      </TextLink>
      {!bare && <Island name="NavLinks" given={{ links }} of={NavLinks} />}
      <div className="ms-auto flex items-center gap-1">
        <Island
          name="Preferences"
          given={{ className: bare ? 'flex' : 'hidden md:flex' }}
          of={Preferences}
        />
        {!bare && <Island name="CartLink" given={{}} of={CartLink} />}
        {bare ? (
          <Island name="ViewNotice" given={{}} of={ViewNotice} />
        ) : (
          <Island name="AccountMenu" given={{}} of={AccountMenu} />
        )}
      </div>
    </Container>
  </header>
)
