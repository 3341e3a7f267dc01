/** Where the tests' providers listen: a port of each for each of Jest's workers, below those that connections leave by. The schools have accounts of their own. */
const worker = Number(process.env.JEST_WORKER_ID ?? 0)

export const PROVIDER_PORTS = {
  bunny: 23_400 + worker,
  mux: 23_500 + worker,
  paddle: 23_100 + worker,
  paypal: 23_200 + worker,
  razorpay: 23_300 + worker,
  vimeo: 23_600 + worker,
}

Object.assign(process.env, {
  BUNNY_API_BASE: `http://127.0.0.1:${PROVIDER_PORTS.bunny}`,
  MUX_API_BASE: `http://127.0.0.1:${PROVIDER_PORTS.mux}`,
  PADDLE_API_BASE: `http://127.0.0.1:${PROVIDER_PORTS.paddle}`,
  PAYPAL_API_BASE: `http://127.0.0.1:${PROVIDER_PORTS.paypal}`,
  RAZORPAY_API_BASE: `http://127.0.0.1:${PROVIDER_PORTS.razorpay}`,
  VIMEO_API_BASE: `http://127.0.0.1:${PROVIDER_PORTS.vimeo}`,
})
