package org.ansatz.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads questions from files of other programs: Moodle XML and GIFT, told apart by how they begin. */
public final class Importer {

    private static final int BOM = 0xFEFF;

    private Importer() {}

    /**
     * The questions in a file.
     *
     * @throws ImportFault if it is in neither format
     */
    public static Imported read(byte[] file) throws ImportFault {
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
        return plain.stripLeading().startsWith("<") ? MoodleReader.read(file) : GiftReader.read(plain);
    }
}
