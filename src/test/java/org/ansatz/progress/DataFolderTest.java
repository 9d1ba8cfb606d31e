package org.ansatz.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DataFolderTest {

    private static String of(Map<String, String> environment) {
        return DataFolder.of(environment, "/home/passwd").toString();
    }

    @Test
    void ansatzHomeIsBeforeAll() {
        assertThat(of(Map.of("ANSATZ_HOME", "/a", "XDG_DATA_HOME", "/x", "HOME", "/h")))
                .isEqualTo("/a");
        assertThat(of(Map.of("ANSATZ_HOME", "mine", "HOME", "/h")))
                .isEqualTo(Path.of("mine").toAbsolutePath().toString());
    }

    @Test
    void thenTheFolderForData() {
        assertThat(of(Map.of("XDG_DATA_HOME", "/x", "HOME", "/h"))).isEqualTo("/x/ansatz");
        assertThat(of(Map.of("XDG_DATA_HOME", "/x", "ANSATZ_HOME", ""))).isEqualTo("/x/ansatz");
    }

    @Test
    void aRelativeFolderForDataIsIgnored() {
        assertThat(of(Map.of("XDG_DATA_HOME", "x", "HOME", "/h"))).isEqualTo("/h/.local/share/ansatz");
        assertThat(of(Map.of("XDG_DATA_HOME", "", "HOME", "/h"))).isEqualTo("/h/.local/share/ansatz");
    }

    @Test
    void withoutHomeTheUsersOwn() {
        assertThat(of(Map.of())).isEqualTo("/home/passwd/.local/share/ansatz");
        assertThat(of(Map.of("HOME", ""))).isEqualTo("/home/passwd/.local/share/ansatz");
    }
}
