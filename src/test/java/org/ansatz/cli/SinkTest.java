package org.ansatz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SinkTest {

    private static final long AN_HOUR = 3_600_000;
    private static final String WIPED = "\r" + " ".repeat("working^C".length()) + "\r";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Sink sink = new Sink(screen);

    @Test
    void workIsNotShownBeforeItHasBeenQuietForLong() {
        assertThat(shown(AN_HOUR)).isTrue();
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void workIsShownUntilSomethingIsWritten() throws IOException {
        shown(0);
        shown(0);
        write(sink, "2\n");
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("\rworking\rworking" + WIPED + "2\n");
    }

    @Test
    void workIsNotShownInTheMiddleOfALine() throws IOException {
        write(sink, "how many? ");
        shown(0);
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("how many? ");
        write(sink, "2\n");
        shown(0);
        assertThat(screen.toString(StandardCharsets.UTF_8)).endsWith("2\n\rworking");
    }

    @Test
    void aComplaintStandsOnALineOfItsOwn() throws IOException {
        shown(0);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        write(sink.beside(err), "no such file\n");
        assertThat(screen.toString(StandardCharsets.UTF_8)).endsWith(WIPED);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("no such file\n");
    }

    @Test
    void nothingIsShownAfterTheEnd() {
        shown(0);
        sink.end();
        assertThat(shown(0)).isFalse();
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("\rworking" + WIPED);
    }

    @Test
    void aTerminalThatIsGoneIsNotWrittenToAgain() {
        Sink gone = new Sink(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("gone");
            }
        });
        assertThat(gone.showWorking("working".getBytes(StandardCharsets.UTF_8), 0))
                .isFalse();
    }

    @Test
    void aShorterTextHidesALongerOneAndBothAreWiped() throws IOException {
        sink.showWorking("99 of 100".getBytes(StandardCharsets.UTF_8), 0);
        shown(0);
        write(sink, "2\n");
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r99 of 100\rworking  \r" + " ".repeat("99 of 100^C".length()) + "\r2\n");
    }

    private boolean shown(long quietMillis) {
        return sink.showWorking("working".getBytes(StandardCharsets.UTF_8), quietMillis);
    }

    private static void write(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
