import http from 'node:http'

/* The least server that could take a file: it reads all of it and keeps nothing. */
const server = http.createServer((request, response) => {
  request.on('end', () => response.writeHead(204).end()).resume()
})
server.listen(Number(process.argv[2]), '127.0.0.1')
