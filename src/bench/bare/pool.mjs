import pg from 'pg'

/** Ten connections, as the platform's own pool has. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
