package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Texts in whatever they are packed and encoded in. */
final class SourceTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String TEXT = "candidate,question,response\r\nÄda,choice,A\r\nÖrn,number,3 m\r\n";

    private static String text(byte[] bytes) throws IOException {
        StringWriter text = new StringWriter();
        Source.of(new ByteArrayInputStream(bytes)).reader().transferTo(text);
        return text.toString();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void aTextIsTheSameInEveryEncodingPackedOrNot() throws IOException {
        for (Charset marked : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = ("\uFEFF" + TEXT).getBytes(marked);
            assertThat(text(bytes)).isEqualTo(TEXT);
            assertThat(text(packed(bytes))).isEqualTo(TEXT);
            assertThat(Source.of(new ByteArrayInputStream(bytes)).encoding()).isEqualTo(marked);
        }
        for (Charset plain : List.of(StandardCharsets.UTF_8, WESTERN)) {
            byte[] bytes = TEXT.getBytes(plain);
            assertThat(text(bytes)).isEqualTo(TEXT);
            assertThat(text(packed(bytes))).isEqualTo(TEXT);
            assertThat(Source.of(new ByteArrayInputStream(bytes)).encoding()).isEqualTo(plain);
        }
    }

    /** The first 65536 bytes tell the encoding: one that ends within a character is UTF-8 only if more follows. */
    @Test
    void aCharacterMayLieAcrossTheEndOfTheSample() throws IOException {
        for (int before : new int[] {65_534, 65_535, 65_536}) {
            String text = "x".repeat(before) + "éü\n";
            assertThat(text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        }
        byte[] cut = Arrays.copyOf("xé".getBytes(StandardCharsets.UTF_8), 2);
        assertThat(text(cut)).isEqualTo("xÃ");
    }

    @Test
    void shortTextsAreReadAsTheyAre() throws IOException {
        for (String text : List.of("", "x", "\u001f", "\u001fx", "\uFEFF")) {
            assertThat(text(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text.replace("\uFEFF", ""));
        }
        assertThat(text(new byte[] {(byte) 0xfe})).isEqualTo("þ");
        assertThat(text(new byte[] {(byte) 0xef, (byte) 0xbb})).isEqualTo("ï»");
    }

    @Test
    void aPackedFileThatIsCutIsNoShorterFile() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("C").append(i * 7919).append(",choice,A\n");
        }
        byte[] whole = packed(text.toString().getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {2, 9, 100, whole.length / 2, whole.length - 1}) {
            assertThatThrownBy(() -> text(Arrays.copyOf(whole, length)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the gzip file ends too early; it was not copied whole");
        }
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 1000, 1100, (byte) 0x5a);
        assertThatThrownBy(() -> text(damaged))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the gzip file is damaged: ");
        byte[] unknown = whole.clone();
        unknown[2] = 9;
        assertThatThrownBy(() -> text(unknown))
                .isInstanceOf(IOException.class)
                .hasMessage("the gzip file is damaged: Unsupported compression method");
    }

    /** As {@code cat a.csv.gz b.csv.gz} makes it, and as a pipe hands it on. */
    @Test
    void allMembersOfAPackedFileAreRead() throws IOException {
        byte[] two = joined(
                packed("one\n".getBytes(StandardCharsets.UTF_8)), packed("two\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(text(two)).isEqualTo("one\ntwo\n");
        assertThat(text(joined(two, new byte[512]))).isEqualTo("one\ntwo\n");
        InputStream pausing = new FilterInputStream(new ByteArrayInputStream(two)) {
            @Override
            public int available() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, 7));
            }
        };
        StringWriter text = new StringWriter();
        Source.of(pausing).reader().transferTo(text);
        assertThat(text).hasToString("one\ntwo\n");
    }

    @Test
    void whatStandsBehindAMemberAndIsNoneIsNotPassedOver() throws IOException {
        byte[] one = packed("one\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> text(joined(one, "two\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("the gzip file is damaged: behind its data stands something else");
        assertThatThrownBy(() -> text(joined(one, Arrays.copyOf(one, 9))))
                .hasMessage("the gzip file ends too early; it was not copied whole");
        byte[] changed = one.clone();
        changed[one.length - 8] ^= 1;
        assertThatThrownBy(() -> text(changed)).hasMessage("the gzip file is damaged: its checksum is another");
    }

    /** A header may name the file, and say more. */
    @Test
    void whatAHeaderSaysBesidesIsPassedOver() throws IOException {
        byte[] one = packed("one\n".getBytes(StandardCharsets.UTF_8));
        byte[] header = {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7, 'n', 0, 'c', 0, 1, 2};
        assertThat(text(joined(header, Arrays.copyOfRange(one, 10, one.length))))
                .isEqualTo("one\n");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
