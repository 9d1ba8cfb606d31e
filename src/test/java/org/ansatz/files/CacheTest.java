package org.ansatz.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheTest {

    private static final byte[] CONTENT = "what was worked out".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private static String read(Cache cache, String name) {
        ByteBuffer found = cache.read(name);
        return found == null ? "nothing" : StandardCharsets.UTF_8.decode(found).toString();
    }

    private Path file() {
        return home.resolve("kept/one.cache");
    }

    private Cache written() {
        Cache cache = Cache.in(home.resolve("kept"), "program 1");
        cache.write("one", CONTENT);
        return cache;
    }

    @Test
    void whatIsKeptIsFoundAgainByTheSameProgramAlone() {
        assertThat(read(written(), "one")).isEqualTo("what was worked out");
        assertThat(read(Cache.in(home.resolve("kept"), "program 1"), "one")).isEqualTo("what was worked out");
        assertThat(read(Cache.in(home.resolve("kept"), "program 2"), "one")).isEqualTo("nothing");
        assertThat(read(Cache.in(home.resolve("kept"), "program"), "one")).isEqualTo("nothing");
        assertThat(read(written(), "two")).isEqualTo("nothing");
        assertThat(read(Cache.NONE, "one")).isEqualTo("nothing");
    }

    @Test
    void aFileWithAnyByteChangedIsNotThere() throws IOException {
        Cache cache = written();
        byte[] whole = Files.readAllBytes(file());
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x20;
            Files.write(file(), damaged);
            assertThat(read(cache, "one")).as("byte " + i).isEqualTo("nothing");
        }
    }

    @Test
    void aFileThatIsCutShortIsNotThere() throws IOException {
        Cache cache = written();
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            assertThat(read(cache, "one")).as(length + " bytes").isEqualTo("nothing");
        }
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKept() throws IOException {
        Files.writeString(home.resolve("kept"), "a file where the folder should be");
        assertThat(read(written(), "one")).isEqualTo("nothing");
        Files.delete(home.resolve("kept"));
        Files.createDirectories(file().resolve("a folder where the file should be"));
        assertThat(read(written(), "one")).isEqualTo("nothing");
    }

    @Test
    void aFullDiskLeavesNothingBehind() {
        Path full = Path.of("/dev/full");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full));
        Cache cache = Cache.in(home.resolve("kept"), "program 1");
        assertThat(home.resolve("kept").toFile().mkdirs()).isTrue();
        try {
            Files.createSymbolicLink(file(), full);
        } catch (IOException e) {
            org.junit.jupiter.api.Assumptions.abort("no links here");
        }
        cache.write("one", CONTENT);
        assertThat(read(cache, "one")).isEqualTo("nothing");
    }

    @Test
    void whoeverWritesAtTheSameTimeIsReadWholeOrNotAtAll() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> work = IntStream.range(0, 4)
                .<Future<?>>mapToObj(i -> pool.submit(() -> {
                    Cache cache = Cache.in(home.resolve("kept"), "program 1");
                    for (int round = 0; round < 200; round++) {
                        cache.write("one", String.valueOf(i).repeat(1000 + i).getBytes(StandardCharsets.UTF_8));
                        String found = read(cache, "one");
                        assertThat(found).matches("nothing|0{1000}|1{1001}|2{1002}|3{1003}");
                    }
                }))
                .toList();
        for (Future<?> each : work) {
            each.get();
        }
        pool.shutdown();
    }

    @Test
    void theOldestGoesWhereThereAreTooMany() throws IOException {
        Cache cache = Cache.in(home.resolve("kept"), "program 1");
        for (int i = 0; i < Cache.MAX_FILES; i++) {
            cache.write("file" + i, CONTENT);
            Files.setLastModifiedTime(home.resolve("kept/file" + i + ".cache"), FileTime.fromMillis(1000L * i));
        }
        cache.write("one more", CONTENT);
        assertThat(read(cache, "file0")).isEqualTo("nothing");
        assertThat(read(cache, "file1")).isEqualTo("what was worked out");
        try (Stream<Path> files = Files.list(home.resolve("kept"))) {
            assertThat(files).hasSize(Cache.MAX_FILES);
        }
    }
}
