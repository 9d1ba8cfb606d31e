package org.ansatz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.ansatz.bank.Bank;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes with as many different replies as are counted each for itself, and with one more. */
final class ManyRepliesTest {

    @TempDir
    private static Path folder;

    private static Bank bank;

    @BeforeAll
    static void readTheBank() throws IOException {
        bank = SmallBank.in(folder);
        assertThat(bank.faults()).isEmpty();
    }

    private static MarkedSheet marked(String rows) throws IOException {
        StringBuilder text = new StringBuilder("candidate,question,response\n");
        for (int i = 0; i < Register.MAX_REPLIES; i++) {
            text.append('C').append(i).append(",choice,)").append(i).append('\n');
        }
        return MarkedSheet.csv(bank, text + rows);
    }

    @Test
    void theMostFrequentOfManyAreListed() throws IOException {
        MarkedClass many = marked("D,choice,)17\n").marked();
        assertThat(many.tally().remarks()).isEmpty();
        assertThat(many.unread())
                .hasSize(1000)
                .extracting(MarkedClass.Unread::reply, MarkedClass.Unread::count)
                .startsWith(tuple(")17", 2L), tuple(")0", 1L));
    }

    /** Each is still marked, and none is listed, whatever the threads. */
    @Test
    void ofTooManyNoneIsListed() throws IOException {
        MarkedSheet tooMany = marked("D,choice,)more\nE,choice,A\nF,choice,B\n");
        assertThat(tooMany.item("choice").count(Result.UNREADABLE)).isEqualTo(Register.MAX_REPLIES + 1);
        assertThat(tooMany.item("choice").count(Result.RIGHT)).isEqualTo(1);
        assertThat(tooMany.item("choice").count(Result.WRONG)).isEqualTo(1);
        assertThat(tooMany.marked().unread()).isEmpty();
        assertThat(tooMany.marked().tally().remarks())
                .containsExactly(
                        "choice has more than 20000 different replies that are not right, which are not listed");
    }
}
