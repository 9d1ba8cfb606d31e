package org.ansatz.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads questions from files of other programs: Moodle XML and GIFT, told apart by how they begin. */
public final class Importer {

    private static final int BOM = 0xFEFF;
    private static final int BEGINNING = 256;

    private Importer() {}

    /**
     * The questions in a file.
     *
     * @throws ImportFault if it is in neither format
     */
    public static Imported read(byte[] file) throws ImportFault {
        if (isXml(file)) {
            return MoodleReader.read(file);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ImportFault(1, 1, "this is no text in UTF-8");
        }
        String plain = !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        if (plain.isBlank()) {
            throw new ImportFault(1, 1, "the file is empty");
        }
        return GiftReader.read(plain);
    }

    /** Whether a file begins as XML does, which says its encoding itself. */
    private static boolean isXml(byte[] file) {
        String beginning = new String(file, 0, Math.min(file.length, BEGINNING), StandardCharsets.ISO_8859_1);
        return beginning
                .replaceAll("[\\s\\x00\u00ef\u00bb\u00bf\u00fe\u00ff]", "")
                .startsWith("<");
    }
}
