package org.ansatz.junit;

import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;

/** Tells {@link VerifyEngine} that a run begins, which may leave it out. Found by JUnit's launcher; nobody else uses it. */
public final class RunListener implements LauncherDiscoveryListener {

    /** For the launcher. */
    public RunListener() {}

    @Override
    public void launcherDiscoveryStarted(LauncherDiscoveryRequest run) {
        VerifyEngine.forget();
    }
}
