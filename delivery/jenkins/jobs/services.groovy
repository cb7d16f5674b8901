// A pipeline for each service, of every branch: they share a repository and a Jenkinsfile, and nothing else.
['orders', 'inventory', 'payments'].each { service ->
  multibranchPipelineJob("covenant-${service}") {
    description("Tests, packages and deploys ${service} alone")
    branchSources {
      git {
        id("covenant-${service}")
        remote(System.getenv('COVENANT_REPOSITORY'))
      }
    }
    factory {
      workflowBranchProjectFactory {
        scriptPath('Jenkinsfile')
      }
    }
    orphanedItemStrategy {
      discardOldItems {
        numToKeep(10)
      }
    }
  }
}
