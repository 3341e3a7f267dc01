import { RuleTester } from 'eslint'
import { parser } from 'typescript-eslint'

import { lectern } from './plugin.mjs'

const tester = new RuleTester({
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
})

const reported = (messageId: string) => (code: string) => ({ code, errors: [{ messageId }] })

tester.run('no-raw-colour', lectern.rules['no-raw-colour'], {
  invalid: [
    '<p className="text-red-500" />',
    '<p className="md:hover:bg-white/50" />',
    '<p className="border-s-zinc-200" />',
    '<p className="bg-[#fff]" />',
    '<p className="text-[rgb(0,0,0)]" />',
    '<p className="[--x:oklch(0.5_0.1_20)]" />',
    'const look = cn("p-2", open && "bg-blue-500")',
    'const look = cva("", { variants: { tone: { bad: "text-rose-700" } } })',
    '<p style={{ color: "#12ab34" }} />',
    '<p style={{ backgroundColor: "white" }} />',
    'const brand = "oklch(0.5 0.1 200)"',
  ].map(reported('raw')),
  valid: [
    '<p className="bg-surface text-muted border-line" />',
    '<p className="text-[length:var(--x)] w-[calc(100%-1rem)]" />',
    '<TextLink href="#add" />',
    '<p className="whitespace-nowrap from-accent" />',
    'const title = "White nights"',
  ],
})

tester.run('no-physical-side', lectern.rules['no-physical-side'], {
  invalid: [
    '<p className="ml-4" />',
    '<p className="md:-mr-2" />',
    '<p className="text-left" />',
    '<p className="rtl:right-0" />',
    '<p className="border-l" />',
    '<p className="rounded-tl-card" />',
    '<p className={`flex ${x} pl-2`} />',
    'const look = cn(["pr-3"])',
    '<p style={{ marginLeft: 4 }} />',
    '<p style={{ textAlign: "right" }} />',
  ].map(reported('physical')),
  valid: [
    '<p className="ms-4 pe-2 start-0 text-end border-s rounded-ss-card" />',
    '<p className="mx-auto line-clamp-2 leading-tight prose" />',
    'const side = { left: 1 }',
    '<p style={{ marginInlineStart: 4 }} />',
  ],
})

tester.run('no-raw-markup', lectern.rules['no-raw-markup'], {
  invalid: [
    '<button />',
    '<a href="/" />',
    '<input type="text" />',
    '<label />',
    '<select />',
    '<textarea />',
    '<dialog />',
    '<table />',
  ].map(reported('raw')),
  valid: ['<Button />', '<form><input type="hidden" name="id" /></form>', '<video controls />'],
})

tester.run('no-hard-coded-string', lectern.rules['no-hard-coded-string'], {
  invalid: [
    '<p>Hello</p>',
    '<p>שלום</p>',
    '<p>{"Hello"}</p>',
    '<p>{open ? "Open" : t("closed")}</p>',
    '<p>{open && `Lesson ${n}`}</p>',
    '<img alt="A cat" />',
    '<Field label="Name" />',
    '<Button aria-label={"Close"} />',
  ].map(reported('hardCoded')),
  valid: [
    '<p>{t("hello")}</p>',
    '<p>·</p>',
    '<p>{count} / {total}</p>',
    '<img alt="" />',
    '<p>{kind === "quiz" ? t("quiz") : t("text")}</p>',
    '<p>{t("name", { kind: "quiz" }) || "–"}</p>',
    '<Field label={t("name")} name="name" />',
    '<ul>{list.map((one) => t("x"))}</ul>',
  ],
})

tester.run('no-bare-local-api', lectern.rules['no-bare-local-api'], {
  invalid: [
    'payload.find({ collection: "courses" })',
    'req.payload.update({ collection: "courses", id })',
    'payload.count(options)',
    'ctx.req.payload.findByID({ collection: "courses", id })',
  ].map(reported('bare')),
  valid: [
    'payload.find({ collection: "courses", overrideAccess: false })',
    'req.payload.create({ collection: "orders", data, overrideAccess: true, req })',
    'list.find((one) => one.id === id)',
    'payload.db.updateOne({ collection: "courses" })',
  ],
})
