package org.ansatz.progress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansatz.files.WholeFile;
import org.ansatz.table.CsvReader;
import org.ansatz.table.JsonReader;
import org.ansatz.table.Malformed;
import org.ansatz.table.Row;

/** How attempts are handed on: what was written is read as the same attempts, whatever was typed. Files are UTF-8. */
public enum Format {
    /** CSV, RFC 4180, with a heading; the columns may be in any order. */
    CSV {
        @Override
        public String text(List<Attempt> attempts) {
            return AttemptWriter.csv(attempts);
        }

        @Override
        List<Row> rows(String text) throws Malformed {
            List<Row> rows = CsvReader.rows(text);
            if (rows.isEmpty()) {
                requireHeading(CsvReader.heading(text));
            }
            return rows;
        }

        /** Without a row to show it, a text of something else would pass for a file without attempts. */
        private void requireHeading(List<String> heading) throws Malformed {
            for (Column column : Column.values()) {
                if (!heading.contains(column.title())) {
                    throw new Malformed(1, "the field " + Row.quoted(column.title()) + " is missing");
                }
            }
        }
    },
    /** JSON, RFC 8259: a list of objects, one on a line. */
    JSON {
        @Override
        public String text(List<Attempt> attempts) {
            return AttemptWriter.json(attempts);
        }

        @Override
        List<Row> rows(String text) throws Malformed {
            return JsonReader.rows(text);
        }
    };

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * That of a file, by the end of its name.
     *
     * @throws IOException if it is neither {@code .csv} nor {@code .json}
     */
    public static Format of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new IOException(file + " ends neither with .csv nor with .json");
    }

    /** The attempts as a file has them. */
    public abstract String text(List<Attempt> attempts);

    abstract List<Row> rows(String text) throws Malformed;

    /**
     * The attempts in a text, in its order.
     *
     * @throws Malformed if one cannot be read, or the text is not of this form; with the line
     */
    public List<Attempt> attempts(String text) throws Malformed {
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        List<Attempt> attempts = new ArrayList<>();
        for (Row row : rows(marked ? text.substring(1) : text)) {
            attempts.add(new AttemptRow(row).attempt());
        }
        return attempts;
    }

    /**
     * Writes a file, or leaves the one that is there as it was.
     *
     * @throws IOException if it cannot be written
     */
    public void write(List<Attempt> attempts, Path file) throws IOException {
        byte[] text = text(attempts).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(text));
    }

    /**
     * Reads a file.
     *
     * @throws Malformed as {@link #attempts}
     * @throws IOException if it cannot be read
     */
    public List<Attempt> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return attempts(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Malformed(lineOfBadByte(bytes), "this is not UTF-8");
        }
    }

    /** No character but a line's end has the byte of one, so that lines can be tried one by one. */
    private static int lineOfBadByte(byte[] bytes) {
        int line = 1;
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (String candidate : lines) {
            try {
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(candidate.getBytes(StandardCharsets.ISO_8859_1)));
            } catch (CharacterCodingException e) {
                return line;
            }
            line++;
        }
        return line;
    }
}
