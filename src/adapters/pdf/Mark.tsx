import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer'

import { directionOfText } from './direction'
import { FAMILY } from './fonts'

/** Of the mark, in points. */
const [WIDTH, HEIGHT] = [540, 14]

const styles = StyleSheet.create({
  line: {
    alignItems: 'center',
    alignSelf: 'center',
    backgroundColor: '#ffffff',
    borderRadius: 3,
    flexDirection: 'row',
    gap: 8,
    height: HEIGHT,
    maxWidth: WIDTH,
    opacity: 0.85,
    paddingHorizontal: 6,
  },
  text: {
    color: '#333333',
    fontFamily: FAMILY,
    fontSize: 7.5,
    maxLines: 1,
    textOverflow: 'ellipsis',
  },
})

/** One line that fits at the foot of a page: whose copy it is, and under which code. */
export const Mark = ({ name, address, code }: { address: string; code: string; name: string }) => (
  <Document>
    <Page size={[WIDTH, HEIGHT]}>
      <View style={styles.line}>
        <Text style={styles.text}>{code}</Text>
        <Text style={{ ...styles.text, direction: directionOfText(name, 'en'), maxWidth: 240 }}>
          {name}
        </Text>
        <Text style={{ ...styles.text, maxWidth: 200 }}>{address}</Text>
      </View>
    </Page>
  </Document>
)
