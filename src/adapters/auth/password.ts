export { hashPassword, verifyPassword } from 'better-auth/crypto'
