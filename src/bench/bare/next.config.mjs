import path from 'node:path'

/** The app is copied to .data/bench/bare and built there: three folders up is the repository. */
const root = path.resolve(import.meta.dirname, '../../..')

/** @type {import('next').NextConfig} */
export default { poweredByHeader: false, serverExternalPackages: ['pg'], turbopack: { root } }
