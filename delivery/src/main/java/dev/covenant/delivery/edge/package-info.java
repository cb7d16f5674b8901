/** HAProxy before the replicas of one environment: its configuration, its process, and the socket that commands it. */
package dev.covenant.delivery.edge;
