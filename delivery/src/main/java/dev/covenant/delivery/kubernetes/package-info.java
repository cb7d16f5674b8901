/** Deployments to a cluster, through kubectl and the manifests in delivery/kubernetes. No cluster has seen them. */
package dev.covenant.delivery.kubernetes;
