import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

import { adopt } from '../runtime/children.mjs'
import { inData } from '../runtime/paths.mjs'

/** Whether nginx is installed (Debian's `nginx-light` will do). */
export const hasNginx = () => {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })

    return true
  } catch {
    return false
  }
}

/** Where nginx takes files to be that the platform says may be sent. */
export const ACCEL_PREFIX = '/protected'

/**
 * Starts nginx with one worker, as there is one web process: on `bare` it serves the files of the platform to anybody, on
 * `front` it stands before the web process at `accel`, which says who may.
 * @param {{ accel: number, bare: number, files: string, front: number }} given
 */
export const startNginx = ({ accel, bare, files, front }) => {
  const home = inData('bench/nginx')
  mkdirSync(home, { recursive: true })
  const config = path.join(home, 'nginx.conf')
  writeFileSync(
    config,
    `daemon off;
worker_processes 1;
pid ${home}/nginx.pid;
error_log ${home}/error.log;
${os.userInfo().uid === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  client_body_temp_path ${home}/body;
  proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi;
  scgi_temp_path ${home}/scgi;
  upstream web { server 127.0.0.1:${accel}; keepalive 32; }
  server { listen 127.0.0.1:${bare}; root ${files}; }
  server {
    listen 127.0.0.1:${front};
    location ${ACCEL_PREFIX}/ { internal; alias ${files}/; }
    location / {
      proxy_pass http://web;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
    }
  }
}
`,
  )
  adopt(spawn('nginx', ['-c', config, '-p', home], { stdio: 'ignore' }))
}
