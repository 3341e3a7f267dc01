export default '/face.woff2'
