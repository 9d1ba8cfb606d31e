package org.ansatz.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Which program this is: any other may judge or read otherwise. */
final class Program {

    /** The last record of a jar (.ZIP File Format Specification 6.3.9, 4.3.16), without a comment. */
    private static final int END_BYTES = 22;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int TABLE_SIZE = 12;
    private static final int TABLE_START = 16;
    private static final int MAX_TABLE = 1 << 24;

    private Program() {}

    /**
     * A text that differs from that of any other program: it follows from the table of the jar, which has the name, size and
     * checksum of each class, and from the names of the libraries beside it. Null where there is no jar to tell by.
     */
    static @Nullable String identity() {
        Path jar = Path.of(System.getProperty("java.class.path", ""));
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            CRC32 sum = new CRC32();
            byte[] table = table(file);
            sum.update(table);
            return Long.toHexString(sum.getValue()) + "-" + table.length + "-" + file.length() + libraries(jar);
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] table(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[END_BYTES];
        file.seek(Math.max(0, file.length() - END_BYTES));
        file.readFully(bytes);
        ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int size = end.getInt(TABLE_SIZE);
        if (end.getInt(0) != END_SIGNATURE || size < 0 || size > MAX_TABLE) {
            throw new IOException("not a jar as Maven packs them");
        }
        byte[] table = new byte[size];
        file.seek(Integer.toUnsignedLong(end.getInt(TABLE_START)));
        file.readFully(table);
        return table;
    }

    /** The names carry versions. */
    private static String libraries(Path jar) {
        String[] names = jar.resolveSibling("lib").toFile().list();
        if (names == null) {
            return "";
        }
        Arrays.sort(names);
        return "-" + String.join(",", names);
    }
}
