package org.ansatz.terminal;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What happened in the background and the learner has to know, until it can be shown. Safe to use from several threads. */
public final class Notices {

    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    /** Leaves a sentence. */
    public void add(String notice) {
        waiting.add(notice);
    }

    /** Shows what waits. */
    void show(Screen screen) {
        for (String notice = waiting.poll(); notice != null; notice = waiting.poll()) {
            screen.trouble(notice);
        }
    }
}
