import { z } from 'zod'

const flag = z
  .enum(['', '0', '1', 'false', 'true'])
  .default('')
  .transform((value) => value === '1' || value === 'true')
const text = z.string().trim().min(1)
const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional()
const list = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
const port = z.coerce.number().int().min(1).max(65535)

const schema = z.object({
  /** Under which nginx finds UPLOADS_DIR, as an internal location: it then sends what streams are made of by itself. */
  ACCEL_PREFIX: z
    .string()
    .trim()
    .regex(/^\/[\w/-]*[\w-]$/, 'has to be a path such as /protected')
    .optional(),
  /** Connection of the database role under row-level security; made from DATABASE_URL when absent. */
  APP_DATABASE_URL: optional,
  /** A list of breached passwords that speaks as Have I Been Pwned's, such as https://api.pwnedpasswords.com/range; without one, the built-in list alone. */
  BREACHED_PASSWORDS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Another server that speaks Bunny Stream's protocol and plays its films, for tests. */
  BUNNY_API_BASE: z.url().optional(),
  /** Another address of the CDN's API, for tests. */
  CDN_API_BASE: z.url().optional(),
  /** Whose API is asked to drop what changed. */
  CDN_PROVIDER: z.enum(['bunny', 'cloudflare', 'fastly']).optional(),
  CDN_TOKEN: optional,
  /** Origin of the CDN, which fetches what it lacks from the platform's host. */
  CDN_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** The provider's zone, service or pull zone. */
  CDN_ZONE: optional,
  /** Names by which CAA records know the authorities that issue our certificates. */
  CERTIFICATE_AUTHORITIES: list.prefault('letsencrypt.org,sectigo.com'),
  /** The machine on which clamd listens; without one, nothing looks for viruses. */
  CLAMD_HOST: optional,
  CLAMD_PORT: port.default(3310),
  /** The header in which the proxy in front names the visitor's country, as in `cf-ipcountry`; without one nobody is believed. */
  COUNTRY_HEADER: optional,
  /** Hours between two backups; 0 makes none. */
  BACKUP_HOURS: z.coerce.number().min(0).max(168).default(24),
  /** Days, weeks and months of which the newest backup is kept. */
  BACKUP_KEEP_DAILY: z.coerce.number().int().min(1).max(366).default(7),
  BACKUP_KEEP_MONTHLY: z.coerce.number().int().min(0).max(120).default(12),
  BACKUP_KEEP_WEEKLY: z.coerce.number().int().min(0).max(520).default(5),
  /** Where backups lie without a bucket of their own; best another disk than the database's. */
  BACKUPS_DIR: text.default('.data/backups'),
  /** Bucket of backups, best with another provider than S3_BUCKET. */
  BACKUPS_S3_ACCESS_KEY_ID: optional,
  BACKUPS_S3_BUCKET: optional,
  BACKUPS_S3_ENDPOINT: z.url().optional(),
  BACKUPS_S3_REGION: optional,
  BACKUPS_S3_SECRET_ACCESS_KEY: optional,
  /** Owner of the schema: migrations run as this role, nothing else does. */
  DATABASE_URL: z.url({ error: 'has to be a postgres:// address', protocol: /^postgres(ql)?$/ }),
  /** Name servers that are asked about schools' domains, as `address` or `address:port`; this machine's own when absent. */
  DNS_SERVERS: list,
  /** Hours between two restores of the newest backup into a scratch database; 0 makes none. */
  DRILL_HOURS: z.coerce.number().min(0).max(2160).default(24),
  /** A PostgreSQL whose role may create databases, for scratch databases; DATABASE_URL's own when absent. */
  DRILL_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Public IPv4 and IPv6 addresses of this installation, which a domain without a sub-domain is pointed at. */
  DOMAIN_ADDRESSES: list,
  /** 1 allows seeding the demo schools on a database of one's own. */
  LECTERN_DEMO: flag,
  /** Where daily reference rates come from: a feed in the form of the European Central Bank's, or `builtin`. */
  EXCHANGE_RATES_URL: z.union([z.literal('builtin'), z.url()]).optional(),
  LECTERN_EMBEDDED: flag,
  /** Whether this web process is such a second one; it says so to itself. */
  LECTERN_STANDBY: flag,
  /** Master secret; every other secret is derived from it. At least 32 characters. */
  LECTERN_SECRET: z
    .string('is required, with at least 32 characters')
    .min(32, 'has to have at least 32 characters'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  MAIL_FROM: z.string().default('no-reply@localhost'),
  /** Mails that all workers together hand to the server of SMTP_URL in a second. */
  MAIL_PER_SECOND: z.coerce.number().int().min(1).max(10_000).default(20),
  /** Another server that speaks Mux's protocol and plays its films, for tests. */
  MUX_API_BASE: z.url().optional(),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** Another server that speaks Paddle's protocol, its script's included, for tests. */
  PADDLE_API_BASE: z.url().optional(),
  /** Another address of PayPal's API: its sandbox's, or one for tests. */
  PAYPAL_API_BASE: z.url().optional(),
  PAYPAL_CLIENT_ID: optional,
  PAYPAL_CLIENT_SECRET: optional,
  /** The id of the webhook at PayPal, without which no event can be checked. */
  PAYPAL_WEBHOOK_ID: optional,
  PGPOOL_MAX: z.coerce.number().int().min(2).default(10),
  /** A file in MaxMind's format (GeoLite2 City or one like it), by which devices are told with their place; without one, none is. */
  PLACES_FILE: optional,
  PORT: port.default(3000),
  /** Hosts of this installation’s own network that schools’ settings may name, as `whisper.internal:9000`. */
  PRIVATE_HOSTS: list,
  /** Port the browser sees; differs from PORT behind a reverse proxy. */
  PUBLIC_PORT: port.optional(),
  PUBLIC_PROTOCOL: z.enum(['http', 'https']).optional(),
  /** Another address of Razorpay's API, for tests. */
  RAZORPAY_API_BASE: z.url().optional(),
  /** A push service of the installation’s own, which may lie in its network; for tests. */
  PUSH_SERVICE_URL: z.url({ protocol: /^https?$/ }).optional(),
  RAZORPAY_KEY_ID: optional,
  RAZORPAY_KEY_SECRET: optional,
  RAZORPAY_WEBHOOK_SECRET: optional,
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  ROOT_DOMAIN: text.toLowerCase().default('localhost'),
  S3_ACCESS_KEY_ID: optional,
  S3_BUCKET: optional,
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: text.default('us-east-1'),
  S3_SECRET_ACCESS_KEY: optional,
  /** Master keys of sealed secrets and of backups, the newest first; LECTERN_SECRET is always the last of them. */
  SEALING_KEYS: list.pipe(z.array(z.string().min(32, 'has to have at least 32 characters'))),
  /** Where stand-ins for Google, Facebook, LinkedIn and GitHub sign people in, for tests. */
  SIGN_IN_API_BASE: z.url().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whether a web process begins a second one for schools that are flooded. */
  STANDBY: flag.prefault('1'),
  /** With which the tokens of STREAM_CDN_URL are signed. */
  STREAM_CDN_KEY: optional,
  /** Whose way of checking tokens STREAM_CDN_URL has. */
  STREAM_CDN_PROVIDER: z.enum(['bunny', 'cloudflare', 'fastly']).optional(),
  /** What STREAM_CDN_URL sends in `x-edge-secret` where it asks the platform; at least 24 characters. */
  STREAM_CDN_SECRET: z.string().trim().min(24, 'has to have at least 24 characters').optional(),
  /** Origin of a CDN for the segments of films, which it gives out for tokens; it fetches them from the platform's host. */
  STREAM_CDN_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  STRIPE_API_BASE: z.url().optional(),
  STRIPE_CONNECT_WEBHOOK_SECRET: optional,
  STRIPE_SECRET_KEY: optional,
  STRIPE_WEBHOOK_SECRET: optional,
  /** Connection of the platform's own role; made from DATABASE_URL when absent. */
  SYSTEM_DATABASE_URL: optional,
  /** Where the worker meets the server that ends TLS, as `host:port`; at each domain itself when absent. */
  TLS_ENDPOINT: optional,
  /** Addresses and networks of the proxies in front: what they say of a visitor is believed, and nobody else. */
  TRUSTED_PROXIES: list
    .pipe(
      z.array(
        z.union([z.ipv4(), z.cidrv4(), z.ipv6(), z.cidrv6()], 'names no address and no network'),
      ),
    )
    .prefault('127.0.0.0/8,::1'),
  /** Films that one worker prepares for watching at once; 0 leaves them to other workers. */
  TRANSCODES: z.coerce.number().int().min(0).max(16).default(1),
  UPLOADS_DIR: text.default('media/uploads'),
  /** Where VAT ids are checked; another server that speaks its protocol, for tests. */
  VIES_API_BASE: z.url().default('https://ec.europa.eu/taxation_customs/vies/rest-api'),
  /** Another server that speaks Vimeo's protocol, for tests. */
  VIMEO_API_BASE: z.url().optional(),
  /** Where the worker reaches the web process. */
  WEB_URL: z.url().optional(),
})

/** Settings that mean nothing without another. */
const NEEDS: [name: string, because: string][] = [
  ['BACKUPS_S3_ACCESS_KEY_ID', 'BACKUPS_S3_BUCKET'],
  ['BACKUPS_S3_SECRET_ACCESS_KEY', 'BACKUPS_S3_BUCKET'],
  ['CDN_TOKEN', 'CDN_PROVIDER'],
  ['CDN_URL', 'CDN_PROVIDER'],
  ['CDN_ZONE', 'CDN_PROVIDER'],
  ['PAYPAL_CLIENT_SECRET', 'PAYPAL_CLIENT_ID'],
  ['PAYPAL_WEBHOOK_ID', 'PAYPAL_CLIENT_ID'],
  ['RAZORPAY_KEY_SECRET', 'RAZORPAY_KEY_ID'],
  ['RAZORPAY_WEBHOOK_SECRET', 'RAZORPAY_KEY_ID'],
  ['S3_ACCESS_KEY_ID', 'S3_BUCKET'],
  ['S3_SECRET_ACCESS_KEY', 'S3_BUCKET'],
  ['STREAM_CDN_KEY', 'STREAM_CDN_URL'],
  ['STREAM_CDN_PROVIDER', 'STREAM_CDN_URL'],
  ['STREAM_CDN_SECRET', 'STREAM_CDN_URL'],
  ['STRIPE_WEBHOOK_SECRET', 'STRIPE_SECRET_KEY'],
]

export type Env = z.output<typeof schema> & {
  PUBLIC_PROTOCOL: 'http' | 'https'
  /** Whether this process owns the schema, as the migration does. */
  isOwner: boolean
  WEB_URL: string
}

/** Checks the environment and names every wrong value at once. An empty value counts as absent. */
export const readEnv = (from: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  const lines = [
    ...(read.error?.issues ?? []).map(({ message, path }) => `  ${path.join('.')}: ${message}`),
    ...NEEDS.filter(([name, because]) => given[because] && !given[name]).map(
      ([name, because]) => `  ${name}: is required when ${because} is set`,
    ),
  ]
  if (!read.success || lines.length > 0) {
    throw new Error(`The environment is not right:\n${lines.join('\n')}`)
  }
  const local = read.data.ROOT_DOMAIN === 'localhost'

  return {
    ...read.data,
    isOwner: false,
    PUBLIC_PROTOCOL: read.data.PUBLIC_PROTOCOL ?? (local ? 'http' : 'https'),
    WEB_URL: read.data.WEB_URL ?? `http://127.0.0.1:${read.data.PORT}`,
  }
}

let checked: Env | undefined

/** Makes this process work as the schema's owner; for migrations alone, before the configuration is read. */
export const actAsOwner = (): void => {
  checked = { ...env(), isOwner: true }
}

/** The checked environment. The only place that reads `process.env`; read on first use, so that a build needs no secrets. */
export const env = (): Env => (checked ??= readEnv(process.env))
