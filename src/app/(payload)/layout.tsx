import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'

import config from '@payload-config'
import '@payloadcms/next/css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'

import { AdminBrand } from './AdminBrand'
import { importMap } from './admin/importMap'
import './admin.css'
import './brand.css'
import './start.css'
import './builder.css'
import './builderOver.css'
import './library.css'
import './money.css'
import './roster.css'
import './people.css'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'

  return handleServerFunctions({ ...args, config, importMap })
}

export default function PayloadLayout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      <AdminBrand />
      {children}
    </RootLayout>
  )
}
